import type { Draft } from "../draft";
import type { ShotDialect } from "./dialect";
import { formatShots } from "./format-shots";

/** The exact prompt a gateway gets for a draft, and therefore the text whose characters are counted. */
export function wirePrompt(draft: Draft, dialect: ShotDialect): string {
	const { composition } = draft;
	return composition.mode === "one-shot" ? composition.prose.text : formatShots(composition.shots, dialect);
}
