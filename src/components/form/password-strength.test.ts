import { describe, expect, it } from "vitest";
import { estimateStrength } from "./password-strength";

describe("how hard a password seems to guess", () => {
  it.each([
    ["", 0],
    ["aaaaaaaaaaaaaaaaaaaaaaaa", 0],
    ["abcdefghijklmnop", 0],
    ["12345678", 0],
    ["kestrel7", 1],
    ["correct horse battery staple", 4],
    ["фонарь над воротами у моста", 4],
    ["x8#Kq!z2Lw", 3],
  ])("%j: %d of 4", (password, level) => {
    expect(estimateStrength(password, [])).toBe(level);
  });

  it("counts one's own names for nothing", () => {
    expect(estimateStrength("ada.lovelace-1815", [])).toBeGreaterThan(
      estimateStrength("ada.lovelace-1815", ["Ada.Lovelace"]),
    );
  });

  it("grows with length alone", () => {
    const levels = [8, 12, 16, 24].map((length) =>
      estimateStrength("wintry ferns glow below".repeat(2).slice(0, length), []),
    );
    expect(levels).toEqual(levels.toSorted());
    expect(levels.at(-1)).toBe(4);
  });
});
