import type { Shot } from "../shot";
import type { ScriptDialect, ShotDialect } from "./dialect";
import { joinAsProse } from "./prose-cuts";
import { normaliseWords } from "./words";

export type ScriptShot = Pick<Shot, "seconds" | "words">;

export function formatShots(shots: readonly ScriptShot[], dialect: ShotDialect): string {
	if (dialect === "prose") return joinAsProse(shots);
	const spelling = dialect === "native" ? "shot" : dialect;
	return shots.map((shot, index) => formatShot(shot, index + 1, spelling)).join(" ");
}

function formatShot(shot: ScriptShot, number: number, dialect: ScriptDialect): string {
	return `${formatMarker(dialect, number, shot.seconds)}${normaliseWords(shot.words)};`;
}

export function formatMarker(dialect: ScriptDialect, number: number, seconds: number): string {
	return `${dialect} ${number}, ${seconds}, `;
}
