import { describe, expect, it } from "vitest";
import { chirp } from "@/lib/children/animatic/sound/signal/scatter";
import { SAMPLE_RATE } from "@/lib/children/animatic/sound/stereo";

const MILLION_TIMES_LESS = 1e-6;

describe("a chirp", () => {
	it.each([
		[3, 560, 0],
		[0.04, 5200, -2],
		[0.11, 1500, 9],
	])("of %f s at %f Hz that bends by %f is the sine it stands for, to the end", (seconds, hz, bend) => {
		const sound = chirp(seconds, hz, bend);
		const errors = sound.map((sample, at) => {
			const t = at / SAMPLE_RATE;
			const envelope = Math.min(1, at / 48) * Math.exp((-6.9 * t) / seconds);
			return Math.abs(sample - envelope * Math.sin(2 * Math.PI * hz * t * (1 + bend * t)));
		});
		expect(sound).toHaveLength(Math.round(seconds * SAMPLE_RATE));
		expect(errors.reduce((most, each) => Math.max(most, each), 0)).toBeLessThan(MILLION_TIMES_LESS);
	});
});
