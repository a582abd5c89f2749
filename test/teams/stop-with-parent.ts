/** Loaded before the server where a simulator starts it: when the simulator dies, by whatever cause, so does the server. */
process.on('disconnect', () => process.exit(1));
process.channel?.unref();
