// Put before each server by --import: it says what it has used when it is asked, on every system in the same way.

process.on("message", (asked) => {
  if (asked !== "usage") return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 });
});
// Next's own messages aside, nothing is to be kept alive by the channel.
process.channel?.unref();
