import "server-only";

// The bundle that our http server, plain JavaScript, loads before Next: one schema and one lifecycle for both.
export { findDoorAnswer } from "@/lib/runtime/at-the-door";
export { prepareDataDir } from "@/lib/runtime/data-dir";
export { readEnv } from "@/lib/runtime/env";
export { drain, end, markReady, startFailure } from "@/lib/runtime/lifecycle";
