// The same search, longer. By import, so that it is said before the other file reads it.
process.env.SEQUENCES ??= "1000";
await import("./session-machine.test");
