import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { sharedEmulators } from "../e2e/support/gateways";
import { buildApart } from "../support/build-apart";
import { shootForReadme } from "./readme";
import { ALONE, serve } from "./serve";
import { shootStates } from "./shoot-states";
import { UNLOCK } from "./states/walls";

/**
 * Pictures of the running product. `npm run shots readme` makes the README's; `npm run shots [folder] [state …]` every
 * state of the screen, or those whose names begin so, at every size in both themes, for eyes.
 */
const [target = join(tmpdir(), "storyreel-states"), ...wanted] = process.argv.slice(2);
const folder = target === "readme" ? "public/readme" : target;
const port = Number(process.env.PORT ?? 3299);

await buildApart();
mkdirSync(folder, { recursive: true });
const executablePath = process.env.CHROME ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const product = await serve(port);
const locked = target === "readme" ? null : await serve(port + 1, { ACCESS_PASSWORD: "open sesame" }, ALONE);
try {
	if (locked) {
		const emulators = sharedEmulators();
		await shootStates({ browser, origin: locked.origin, folder, wanted, emulators }, [UNLOCK]);
		await shootStates({ browser, origin: product.origin, folder, wanted, emulators });
	} else await shootForReadme(browser, product.origin, folder);
} finally {
	await browser.close();
	await Promise.all([product.close(), locked?.close()]);
}
