/** "Name <address>" or a bare address. */
export function mailboxParts(text: string): { name?: string; address: string } {
  const [, name = "", address = ""] = /^([^<>\r\n]*)<([^<>\s]+)>$/.exec(text) ?? [];
  return address === "" ? { address: text } : { name: name.trim() || undefined, address };
}
