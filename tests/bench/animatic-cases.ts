import type { Draft } from "@/lib/domain/draft";
import { shotsDraft } from "../animatic/support/drafts";

export interface Case {
	readonly name: string;
	readonly draft: Draft;
	readonly seconds: number;
	readonly maxMegabytes: number;
	/** Compared with ffmpeg; the other is there for its memory. */
	readonly hasFloor: boolean;
}

const THREE_SHOTS = [
	[3, 'A woman in a red coat walks along a rainy neon street at night. She says: "We should have left an hour ago."'],
	[4, "Wide aerial over a mountain lake at dawn, birds."],
	[3, 'Ocean waves at dusk. A man says: "Then let us go home."'],
] as const;
const SIX_SHOTS = [
	[3, "A storm over the ocean, a lighthouse, dramatic"],
	[2, "A crowd dances in a neon city at night, rain"],
	[3, "Snow falls in a forest, a fox runs"],
	[2, "A robot walks through a factory office"],
	[3, "Fireworks over a rooftop, people wave"],
	[2, "Underwater, a whale swims past bubbles"],
] as const;

export const USUAL: Case = {
	name: "720p24 10 s, 3 shots",
	draft: shotsDraft(THREE_SHOTS),
	seconds: 10,
	maxMegabytes: 550,
	hasFloor: true,
};

export const WORST: Case = {
	name: "1080p24 15 s, 6 shots",
	draft: shotsDraft(SIX_SHOTS, { resolution: "1080p" }),
	seconds: 15,
	maxMegabytes: 900,
	hasFloor: false,
};
