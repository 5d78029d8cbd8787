import { replaceHashParameters } from "@/lib/hashing/parameters";

/** From here on this file's passwords cost next to nothing. Their hashes are as real as ever, and `renew` means the same. */
export function useCheapHashing() {
  replaceHashParameters({
    argon2id: { kind: "argon2id", memoryKib: 8, passes: 1, lanes: 1 },
    bcrypt: { kind: "bcrypt", cost: 4 },
  });
}
