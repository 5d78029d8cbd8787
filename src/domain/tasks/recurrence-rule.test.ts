import { describe, expect, test } from "vitest";
import { parseRecurrenceRule } from "./recurrence-rule";

describe("a rule", () => {
  test.each([
    "FREQ=DAILY",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=SU",
    "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=31",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    "FREQ=YEARLY;BYYEARDAY=1,-366",
    "FREQ=DAILY;UNTIL=20271231",
    "FREQ=HOURLY;BYHOUR=0,23;UNTIL=20271231T235959Z",
    "BYDAY=SU;FREQ=MONTHLY",
    "FREQ=YEARLY;BYDAY=SU;BYSETPOS=53",
    "FREQ=YEARLY;BYMONTH=1,6;BYSETPOS=-2",
    "FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR;BYSETPOS=1",
    "FREQ=YEARLY;BYYEARDAY=1,100,200;BYSETPOS=-1",
    "FREQ=YEARLY;BYWEEKNO=1,52;BYDAY=MO;BYSETPOS=2",
    "FREQ=MONTHLY;BYMONTHDAY=10,20;BYHOUR=9,17;BYSETPOS=4",
    "FREQ=WEEKLY;BYDAY=MO,WE;BYHOUR=9,17;BYSETPOS=-4",
    "FREQ=DAILY;BYHOUR=9,12,15;BYSETPOS=3",
    "FREQ=DAILY;BYHOUR=8,9,10,11,12,13,14,15;BYMINUTE=0,20,40",
  ])("%s is read", (rule) => {
    expect(parseRecurrenceRule(rule)).not.toBeNull();
  });

  test.each([
    ["nothing", ""],
    ["no frequency", "INTERVAL=2"],
    ["an unknown frequency", "FREQ=FORTNIGHTLY"],
    ["an unknown part", "FREQ=DAILY;FOO=1"],
    ["a part of another standard", "FREQ=YEARLY;RSCALE=CHINESE"],
    ["a part without a value", "FREQ=DAILY;BYDAY="],
    ["a part with two values", "FREQ=DAILY=WEEKLY"],
    ["a part twice", "FREQ=DAILY;FREQ=WEEKLY"],
    ["an empty part", "FREQ=DAILY;"],
    ["a space", "FREQ=DAILY; INTERVAL=2"],
    ["a second line", "FREQ=DAILY\nRRULE:FREQ=WEEKLY"],
    ["a start of its own", "DTSTART:20200101T000000Z\nRRULE:FREQ=DAILY"],
    ["an interval of nothing", "FREQ=DAILY;INTERVAL=0"],
    ["a negative interval", "FREQ=DAILY;INTERVAL=-1"],
    ["an interval beyond planning", "FREQ=YEARLY;INTERVAL=1000"],
    ["a count of nothing", "FREQ=DAILY;COUNT=0"],
    ["a count in words", "FREQ=DAILY;COUNT=three"],
    ["two ends", "FREQ=DAILY;COUNT=2;UNTIL=20271231"],
    ["an end in local time", "FREQ=DAILY;UNTIL=20271231T100000"],
    ["an end before there are due dates", "FREQ=DAILY;UNTIL=19691231"],
    ["an end after there are any", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=99981231T000000Z"],
    ["an end on no day", "FREQ=DAILY;UNTIL=20270230"],
    ["a month too many", "FREQ=YEARLY;BYMONTH=13"],
    ["a day too many", "FREQ=MONTHLY;BYMONTHDAY=32"],
    ["an hour too many", "FREQ=DAILY;BYHOUR=24"],
    ["a day that never is", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"],
    ["an unknown weekday", "FREQ=WEEKLY;BYDAY=XX"],
    ["a numbered weekday of a week", "FREQ=WEEKLY;BYDAY=2MO"],
    ["weeks of a month", "FREQ=MONTHLY;BYWEEKNO=2"],
    ["days of the month of a week", "FREQ=WEEKLY;BYMONTHDAY=2"],
    ["days of the year of a day", "FREQ=DAILY;BYYEARDAY=2"],
    ["a choice among nothing", "FREQ=MONTHLY;BYSETPOS=1"],
    // These would be walked for long, and never found.
    ["the 138th Sunday of a year", "FREQ=YEARLY;BYDAY=SU;BYSETPOS=138"],
    ["the 300th of seven hours", "FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7;BYSETPOS=300"],
    ["the ninth last of three", "FREQ=WEEKLY;BYHOUR=7,6,12;BYSECOND=9;BYSETPOS=-9,285"],
    ["the second of one in a year", "FREQ=YEARLY;INTERVAL=999;BYMONTH=1;BYSETPOS=2"],
    ["the third of two days written thrice", "FREQ=MONTHLY;BYMONTHDAY=1,1,01,2;BYSETPOS=3"],
    ["a choice among parts that only limit", "FREQ=HOURLY;BYHOUR=1,2,3;BYSETPOS=2"],
    ["days of the year and weeks", "FREQ=YEARLY;BYYEARDAY=100,200;BYWEEKNO=2"],
    ["every second of an hour", `FREQ=DAILY;BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`],
  ])("with %s is refused", (_, rule) => {
    expect(parseRecurrenceRule(rule)).toBeNull();
  });
});

function upTo(end: number): string {
  return Array.from({ length: end }, (_, index) => index).join(",");
}
