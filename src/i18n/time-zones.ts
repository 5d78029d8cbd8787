/** What Intl goes on calling by names that the IANA database has left. */
const RENAMED: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** A time zone by the name that it has now. */
export function currentTimeZone(name: string): string {
  return RENAMED[name] ?? name;
}

/** All there are here, by their names of now, and UTC. */
export function listTimeZones(): string[] {
  return [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone").map(currentTimeZone)])];
}

/** One in words: its city, what people who speak the language call it, and how far it is from UTC at that moment. */
export function describeTimeZone(zone: string, { locale, at }: { locale: string; at: Date }): string {
  const nameAs = (timeZoneName: "shortGeneric" | "longOffset") =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? "";
  const city = currentTimeZone(zone).split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  const name = nameAs("shortGeneric");
  const offset = nameAs("longOffset").replace("GMT", "UTC");
  const isTold = name === city || /^(?:GMT|UTC)/.test(name);
  return `${[city, ...(isTold ? [] : [name])].join(", ")} (${offset === "UTC" ? "UTC+00:00" : offset})`;
}
