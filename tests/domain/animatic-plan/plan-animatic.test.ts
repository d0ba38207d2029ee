import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planAnimatic } from "@/lib/domain/animatic-plan/plan-animatic";
import { type Draft, draftSchema, NEW_DRAFT } from "@/lib/domain/draft";
import { imageIdSchema } from "@/lib/domain/ids";
import { draftOf, planOf } from "../../animatic/picture/film-of";

const NOIR =
	"The woman in the red hat leans toward the camera in a dim, rain-streaked office and says in a low, confident voice: Everyone's chasing the diamond — but only I know where it's hidden. She turns and strides into a neon-soaked alley; the scene then cuts to a glittering rooftop overlooking the night skyline, where she glances back over her shoulder with a sly smile and adds: Catch me if you can. The camera sweeps up from the street to the city lights.";

function prose(text: string, seconds: number, more: Partial<Draft> = {}): Draft {
	return { ...NEW_DRAFT, composition: { mode: "one-shot", prose: { text, seconds }, shelvedShots: null }, ...more };
}

const IMAGE = { id: imageIdSchema.parse("a".repeat(64)), format: "png", width: 900, height: 1600, bytes: 10 } as const;

describe("a film's length", () => {
	test("six shots of one second are six times 24 frames", () => {
		const plan = planAnimatic(draftOf(Array.from({ length: 6 }, (_, nth) => ({ words: `shot ${nth}`, seconds: 1 }))));
		expect(plan.shots.map(({ startFrame, frames }) => [startFrame, frames])).toEqual(
			[0, 1, 2, 3, 4, 5].map((nth) => [nth * 24, 24]),
		);
		expect(plan.frames).toBe(144);
	});

	test("prose that cuts keeps exactly the seconds asked for", () => {
		for (let seconds = 3; seconds <= 15; seconds++) {
			const plan = planAnimatic(prose(NOIR, seconds));
			expect(plan.frames).toBe(seconds * 24);
			expect(plan.shots.reduce((sum, { frames }) => sum + frames, 0)).toBe(plan.frames);
		}
	});

	test("whatever is written, shots follow each other without a gap", () => {
		const words = fc.oneof(
			fc.string({ unit: "grapheme", maxLength: 80 }),
			fc.constantFrom("no", "“", "says:", "没有雨", "🌧️🐕", "שלום", NOIR),
		);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(words, fc.integer({ min: 1, max: 2 })), { minLength: 3, maxLength: 6 }),
				(shots) => {
					const plan = planAnimatic(draftOf(shots.map(([text, seconds]) => ({ words: text, seconds }))));
					let next = 0;
					for (const shot of plan.shots) {
						expect(shot.startFrame).toBe(next);
						next += shot.frames;
					}
					expect(next).toBe(plan.frames);
				},
			),
			{ numRuns: 120 },
		);
	});
});

describe("a film's frame", () => {
	test.each([
		["16:9", "720p", 1280, 720],
		["9:16", "720p", 720, 1280],
		["1:1", "1080p", 1080, 1080],
		["16:9", "1080p", 1920, 1080],
	] as const)("%s at %s is %d by %d", (ratio, resolution, width, height) => {
		expect(planOf("a beach", { ratio, resolution })).toMatchObject({ width, height, ratio });
	});

	test("follows the image, in even numbers", () => {
		const plan = planAnimatic(prose("", 5, { image: { ...IMAGE, width: 1001, height: 701 } }));
		expect(plan.ratio).toBeNull();
		expect([plan.width % 2, plan.height % 2]).toEqual([0, 0]);
		expect(plan.width / plan.height).toBeCloseTo(1001 / 701, 1);
	});

	test("a very wide image does not outgrow the tier", () => {
		const plan = planAnimatic(prose("", 5, { image: { ...IMAGE, width: 2500, height: 1000 } }));
		expect(plan.width).toBeLessThanOrEqual(1280);
	});
});

describe("the noir example", () => {
	const plan = planAnimatic(prose(NOIR, 10));

	test("goes from the office through the alley to the roof", () => {
		expect(plan.shots.map(({ scene }) => scene)).toEqual(["office", "alley", "rooftop"]);
		expect(plan.shots.map(({ weather, time }) => [weather, time])).toEqual([
			["rain", "day"],
			["clear", "night"],
			["clear", "night"],
		]);
	});

	test("keeps the woman and her hat", () => {
		for (const { figures } of plan.shots) {
			expect(figures).toHaveLength(1);
			expect(figures[0]).toMatchObject({ build: "woman", hat: "red", identity: plan.shots[0]?.figures[0]?.identity });
		}
	});

	test("has both lines in one voice, inside their shots, and out of the captions", () => {
		const lines = plan.shots.flatMap((shot) => shot.lines.map((line) => ({ ...line, shotSeconds: shot.frames / 24 })));
		expect(lines.map(({ text }) => text)).toEqual([
			"Everyone's chasing the diamond — but only I know where it's hidden.",
			"Catch me if you can.",
		]);
		expect(lines.map(({ voice, figure }) => [voice, figure])).toEqual([
			["slt", 0],
			["slt", 0],
		]);
		for (const line of lines) expect(line.startSeconds + line.seconds).toBeLessThanOrEqual(line.shotSeconds + 0.001);
		expect(plan.shots.map(({ caption }) => caption).join(" ")).not.toMatch(/diamond|Catch me|says|adds/u);
	});

	test("with a first frame, only the opening is the photograph", () => {
		const film = planAnimatic(prose(NOIR, 10, { image: IMAGE }));
		expect(film.shots.map(({ source }) => source)).toEqual(["photo", "scene", "scene"]);
	});
});

describe("what one shot takes over from the one before", () => {
	test("a shot that names no place stays there, with its hour, its people and its tint", () => {
		const plan = planAnimatic(
			draftOf([
				{ words: "a lone astronaut walks across a red desert at dawn", seconds: 3 },
				{ words: "the camera tilts up to reveal two pale moons", seconds: 3 },
			]),
		);
		const [first, second] = plan.shots;
		expect(second).toMatchObject({
			scene: "desert",
			time: "dawn",
			tint: "red",
			move: { kind: "tilt-up", asked: true },
		});
		expect(second?.figures[0]).toMatchObject({ identity: first?.figures[0]?.identity, action: "look" });
	});

	test("a new place brings its own hour", () => {
		const plan = planAnimatic(
			draftOf([
				{ words: "a forest at night", seconds: 3 },
				{ words: "a sunny beach", seconds: 3 },
			]),
		);
		expect(plan.shots[1]).toMatchObject({ scene: "beach", time: "day" });
	});

	test("a photograph stays until another place is named", () => {
		const plan = planAnimatic(
			draftOf(
				[
					{ words: "slow push in", seconds: 2 },
					{ words: "wind in her hair", seconds: 2 },
					{ words: "a rooftop at night", seconds: 2 },
				],
				{ image: IMAGE },
			),
		);
		expect(plan.shots.map(({ source }) => source)).toEqual(["photo", "photo", "scene"]);
	});
});

describe("spoken lines", () => {
	test("each speaker keeps a voice of their own through the film", () => {
		const said = ['A woman says "Hello there."', 'A man says "Good evening."', 'The man says "Goodbye."'];
		const plan = planAnimatic(draftOf(said.map((words) => ({ words, seconds: 3 }))));
		const voices = plan.shots.flatMap(({ lines }) => lines.map(({ voice }) => voice));
		expect(voices[0]).toBe("slt");
		expect(["rms", "awb"]).toContain(voices[1]);
		expect(voices[2]).toBe(voices[1]);
	});

	test("too many words speed up to the limit, then overflow and say so", () => {
		const long =
			"This is a very long line that nobody could ever say within a single second of film, whatever they try.";
		const [line] = planAnimatic(draftOf([{ words: `She says "${long}"`, seconds: 3 }])).shots[0]?.lines ?? [];
		expect(line).toMatchObject({ speed: 1.45, overflows: true });
		const [short] = planAnimatic(draftOf([{ words: 'She says "Go."', seconds: 3 }])).shots[0]?.lines ?? [];
		expect(short).toMatchObject({ speed: 1, overflows: false });
	});

	test.each([
		["A woman stands alone. She says: “It was worth it.”", "A woman stands alone."],
		["雨夜的小巷。她说：“我们走吧。”", "雨夜的小巷。"],
	])("leave no stump behind in the caption: %s", (words, caption) => {
		expect(planOf(words).shots[0]?.caption).toBe(caption);
	});

	test("a language without a voice is murmured", () => {
		const [line] = planOf("她说：“我们在这里并不孤单。”").shots[0]?.lines ?? [];
		expect(line?.rendering).toBe("murmur");
	});
});

describe("sound", () => {
	test("place, weather and hour are heard", () => {
		const { ambience } = planOf("a stormy night on the ocean").shots[0]?.sound ?? { ambience: [] };
		expect(ambience.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["ocean", "rain", "thunder"]));
		const forest = planOf("a forest at night").shots[0]?.sound.ambience.map(({ kind }) => kind);
		expect(forest).toContain("crickets");
	});

	test("a walk is heard step by step, a bark when it is told", () => {
		const steps =
			planOf("a man walks down a street").shots[0]?.sound.accents.filter(({ kind }) => kind === "footsteps") ?? [];
		expect(steps.length).toBeGreaterThan(3);
		expect(planOf("a dog barks on the beach").shots[0]?.sound.accents.map(({ kind }) => kind)).toContain("bark");
	});

	test("every sound lies within its shot", () => {
		for (const { sound, frames } of planAnimatic(prose(NOIR, 7)).shots) {
			for (const { atSeconds } of sound.accents) expect(atSeconds).toBeLessThan(frames / 24);
		}
	});
});

test("a plan is a value: the same draft gives the same plan", () => {
	expect(planAnimatic(prose(NOIR, 10))).toEqual(
		planAnimatic(draftSchema.parse(JSON.parse(JSON.stringify(prose(NOIR, 10))))),
	);
});

test("a dissolve is made where the words ask for one", () => {
	const plan = planAnimatic(
		draftOf([
			{ words: "a beach", seconds: 3 },
			{ words: "dissolve to a forest", seconds: 3 },
		]),
	);
	expect(plan.shots.map(({ entrance }) => entrance)).toEqual(["cut", "dissolve"]);
});
