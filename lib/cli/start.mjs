import { requireSupportedNode } from "./node-version.mjs";

requireSupportedNode();
const { exitWithSentence } = await import("./exit-with-sentence.mjs");
try {
	const { installMissing } = await import("./install.mjs");
	await installMissing({ dev: false });
	const { buildStale } = await import("./build.mjs");
	await buildStale({ quiet: true });
	const { serve } = await import("./serve.mjs");
	await serve({ dev: false });
} catch (error) {
	exitWithSentence(error);
}
