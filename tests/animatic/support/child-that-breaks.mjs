process.once("message", () => process.exit(1));
