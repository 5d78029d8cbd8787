import { nextOccurrence } from "@/domain/tasks/recurrence";
import { parseRecurrenceRule } from "@/domain/tasks/recurrence-rule";

// Rules that come up never or hardly ever, of every frequency, with all the times of a day that a rule may have.
const FREQUENCIES = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const SELDOM = [
  "BYMONTH=2;BYMONTHDAY=29",
  "BYYEARDAY=366",
  "BYYEARDAY=1;BYMONTH=6",
  "BYWEEKNO=53;BYMONTH=6",
  "BYMONTH=2;BYMONTHDAY=29;BYDAY=SU",
  "BYDAY=SU;BYSETPOS=53",
  "BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1",
  "BYMONTH=2;BYMONTHDAY=29;BYHOUR=2;BYMINUTE=30",
];
const TIMES = [
  "",
  `BYHOUR=${upTo(24)};BYMINUTE=0,5,10,15,20,25,30,35,40,45,50,55`,
  "BYHOUR=2;BYMINUTE=30;BYSECOND=59",
];
const SPANS = ["", "INTERVAL=999", "UNTIL=22001231T235959Z"];

/** Every rule of these that the grammar takes. */
export function worstRules(): string[] {
  const rules = FREQUENCIES.flatMap((frequency) =>
    SELDOM.flatMap((seldom) =>
      TIMES.flatMap((times) => SPANS.map((span) => joined(frequency, seldom, times, span))),
    ),
  );
  return rules.filter((rule) => parseRecurrenceRule(rule) !== null);
}

function joined(frequency: string, ...parts: string[]) {
  const [seldom = "", times = "", span = ""] = parts;
  // What is named twice is named once.
  const own = seldom.includes("BYHOUR") ? "" : times;
  return [`FREQ=${frequency}`, seldom, own, span].filter(Boolean).join(";");
}

/** The milliseconds of CPU that reckoning takes: the machine may be busy with something else. */
export function cpuMsOf(rule: string, from: string, timeZone: string): number {
  const before = process.cpuUsage();
  nextOccurrence({ rule, from: new Date(from), timeZone });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function upTo(end: number) {
  return Array.from({ length: end }, (_, index) => index).join(",");
}
