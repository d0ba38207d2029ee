import { requireSupportedNode } from "./node-version.mjs";

requireSupportedNode();
const { exitWithSentence } = await import("./exit-with-sentence.mjs");
try {
	const { runTests } = await import("./run-tests.mjs");
	process.exitCode = await runTests();
} catch (error) {
	exitWithSentence(error);
}
