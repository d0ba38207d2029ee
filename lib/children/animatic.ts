import { readFile } from "node:fs/promises";
import { planAnimatic } from "@/lib/domain/animatic-plan/plan-animatic";
import { type RenderOrder, type RenderWord, renderOrderSchema } from "@/lib/domain/film/render-talk";
import { BrokenImage } from "./animatic/film/broken-image";
import { loadNativeEncoder } from "./animatic/film/encode-native";
import { loadWasmEncoder } from "./animatic/film/encode-wasm";
import { loadEncoder, NoEncoder } from "./animatic/film/encoder";
import { renderFilm } from "./animatic/film/render-film";
import { type Say, serveParent } from "./parent/serve-parent";

async function render({ draft, imagePath, filmPath }: RenderOrder, say: Say<RenderWord>): Promise<void> {
	const plan = planAnimatic(draft);
	const tell = (framesDone: number) => void say({ kind: "progress", framesDone, framesTotal: plan.frames });
	tell(0);
	const image = imagePath === null ? null : await readFile(imagePath);
	const openEncoder = await loadEncoder([{ load: loadNativeEncoder }, { load: loadWasmEncoder }]);
	await renderFilm({ plan, image, path: filmPath, openEncoder }, tell);
	await say({ kind: "done" });
}

function refusalOf(problem: unknown): RenderWord | null {
	if (problem instanceof BrokenImage) return { kind: "refused", code: "image", reason: problem.message };
	if (problem instanceof NoEncoder) return { kind: "refused", code: "renderer", reason: problem.message };
	return null;
}

serveParent<RenderWord>(async (message, say) => {
	try {
		await render(renderOrderSchema.parse(message), say);
	} catch (problem) {
		const refusal = refusalOf(problem);
		if (!refusal) throw problem;
		await say(refusal);
	}
});
