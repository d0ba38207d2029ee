import { requireSupportedNode } from "./node-version.mjs";

requireSupportedNode();
const { exitWithSentence } = await import("./exit-with-sentence.mjs");
try {
	const { installMissing } = await import("./install.mjs");
	await installMissing({ dev: true });
	const { bundleChildren } = await import("./bundle.mjs");
	await bundleChildren();
	const { serve } = await import("./serve.mjs");
	await serve({ dev: true });
} catch (error) {
	exitWithSentence(error);
}
