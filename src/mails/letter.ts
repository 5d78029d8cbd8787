import { COLORS } from "@/lib/brand.mjs";
import { escapeHtml } from "@/lib/html";

// A mail as HTML and as text, out of one list of blocks. Tables and inline styles, since that is what mail programs read;
// the colors of the night stand in a <style>, for those that know it.

export type Block =
  | { text: string }
  /** A line of its own, smaller. */
  | { note: string }
  | { button: string; href: string };

type Parts = {
  language: string;
  subject: string;
  /** What a list of mails shows beside the subject. */
  preview: string;
  heading: string;
  blocks: Block[];
  /** Under the button, above the address itself: for who can't press it. */
  linkHint: string;
  footer: string[];
};

const FONT = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

const { background, foreground, card, border, mutedForeground, primary, primaryForeground } = COLORS;

const NIGHT = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:${background.night}!important}.card{background:${card.night}!important;border-color:${border.night}!important}
.ink{color:${foreground.night}!important}.faint{color:${mutedForeground.night}!important}
.button{background:${primary.night}!important;border-color:${primary.night}!important}.button a{color:${primaryForeground.night}!important}
.link{color:${primary.night}!important}.rule{border-color:${border.night}!important}}
@media (max-width:640px){.card-cell{padding:28px 22px!important}.outer{padding:20px 12px!important}}`;

export function asHtml({ language, subject, preview, heading, blocks, linkHint, footer }: Parts): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title><style>${NIGHT}</style></head>
<body class="page" style="margin:0;padding:0;background:${background.day};">
<div style="display:none;max-height:0;overflow:hidden;">${escapeHtml(preview)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page" style="background:${background.day};"><tr><td class="outer" align="center" style="padding:36px 16px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;"><tr><td class="card card-cell" style="background:${card.day};border:1px solid ${border.day};border-radius:14px;padding:36px 40px;font-family:${FONT};">
<h1 class="ink" style="margin:0 0 18px;font-size:22px;line-height:1.3;font-weight:600;color:${foreground.day};">${escapeHtml(heading)}</h1>
${blocks.map((block) => htmlOf(block, linkHint)).join("\n")}
</td></tr><tr><td align="center" style="padding:22px 24px 0;font-family:${FONT};">
${footer.map((line) => `<p class="faint" style="margin:0 0 6px;font-size:12.5px;line-height:1.5;color:${mutedForeground.day};overflow-wrap:anywhere;">${escapeHtml(line)}</p>`).join("\n")}
</td></tr></table></td></tr></table></body></html>`;
}

function htmlOf(block: Block, linkHint: string): string {
  if ("text" in block)
    return `<p class="ink" style="margin:0 0 16px;font-size:15.5px;line-height:1.6;color:${foreground.day};overflow-wrap:anywhere;">${escapeHtml(block.text)}</p>`;
  if ("note" in block)
    return `<p class="faint rule" style="margin:20px 0 0;padding:16px 0 0;border-top:1px solid ${border.day};font-size:13.5px;line-height:1.55;color:${mutedForeground.day};overflow-wrap:anywhere;">${escapeHtml(block.note)}</p>`;
  const href = escapeHtml(block.href);
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0 20px;"><tr><td class="button" style="background:${primary.day};border:1px solid ${primary.day};border-radius:10px;"><a href="${href}" target="_blank" style="display:inline-block;padding:12px 26px;font-size:15.5px;font-weight:600;color:${primaryForeground.day};text-decoration:none;">${escapeHtml(block.button)}</a></td></tr></table>
<p class="faint" style="margin:0;font-size:13px;line-height:1.55;color:${mutedForeground.day};">${escapeHtml(linkHint)}<br><a class="link" href="${href}" target="_blank" style="color:${primary.day};overflow-wrap:anywhere;word-break:break-all;">${href}</a></p>`;
}

export function asText({ heading, blocks, footer }: Parts): string {
  const paragraphs = blocks.map((block) => {
    if ("text" in block) return block.text;
    return "note" in block ? block.note : `${block.button}:\n${block.href}`;
  });
  return [heading, ...paragraphs, `-- \n${footer.join("\n")}`].join("\n\n");
}
