import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it, onTestFinished } from "vitest";
import { createImageRefiner } from "@/lib/storage/images/image-refiner";
import { testDir } from "../support/test-dir";
import { buildRefiner, inOnePiece, refineBytes } from "./support/refiner";

const { refiner, script } = await buildRefiner();
const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#456" } })
	.png()
	.toBuffer();
const signal = new AbortController().signal;

/** A script in the decoder's place. */
function openWith(code: string) {
	const directory = testDir();
	const path = join(directory, "stand-in.mjs");
	writeFileSync(path, code);
	const other = createImageRefiner(path);
	onTestFinished(() => other.close());
	return other;
}

/** An empty place for what is temporary, for one test. */
function ownTmp(): string {
	const before = process.env.TMPDIR;
	const directory = testDir();
	process.env.TMPDIR = directory;
	onTestFinished(() => {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
	});
	return directory;
}

describe("the process that decodes", () => {
	it("is started anew after it was killed", async () => {
		expect((await refineBytes(refiner, picture, { format: "png" })).answer.kind).toBe("refined");
		const found = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" });
		const line = found.split("\n").find((each) => each.includes(script));
		process.kill(Number(line?.trim().split(" ")[0]), "SIGKILL");
		const after = () => refineBytes(refiner, picture, { format: "png" }).then(({ answer }) => answer.kind);
		await expect.poll(after, { timeout: 20_000 }).toBe("refined");
	});

	it("that ends over a picture makes that picture unreadable", async () => {
		const dying = openWith("process.on('message', () => process.exit(9));");
		for (let time = 0; time < 2; time += 1) {
			expect((await refineBytes(dying, picture, { format: "png" })).answer).toEqual({ kind: "unreadable" });
		}
	});

	it.each(["'nonsense'", "{ number: job.number, outcome: { kind: 'refined', image: { id: '../x' } } }", "null"])(
		"that answers %s is not believed",
		async (answer) => {
			const lying = openWith(`process.on("message", (job) => process.send(${answer}));`);
			expect((await refineBytes(lying, picture, { format: "png" })).answer).toEqual({ kind: "unreadable" });
		},
	);

	it("finds none of the server's secrets in its surroundings", async () => {
		process.env.STORYREEL_TEST_SECRET = "a key";
		onTestFinished(() => {
			delete process.env.STORYREEL_TEST_SECRET;
		});
		const curious = openWith(`
			import { writeFileSync } from "node:fs";
			process.on("message", (job) => {
				writeFileSync(job.target, JSON.stringify(process.env));
				process.send({ number: job.number, outcome: { kind: "shrunk" } });
			});`);
		const seen = await curious.shrink(inOnePiece(picture), 160, signal);
		expect(String(seen && Buffer.from(seen))).not.toContain("a key");
		expect(String(seen && Buffer.from(seen))).toContain("PATH");
	});

	it.skipIf(process.platform !== "linux")("cannot grow beyond its cap", async () => {
		const grown = join(testDir(), "grown");
		const greedy = openWith(`
			import { writeFileSync } from "node:fs";
			process.on("message", () => {
				const held = [];
				for (let megabytes = 100; megabytes <= 1200; megabytes += 100) {
					held.push(Buffer.alloc(100_000_000, 1));
					writeFileSync(${JSON.stringify(grown)}, String(megabytes));
				}
				process.exit(0);
			});`);
		expect(await greedy.shrink(inOnePiece(picture), 160, signal)).toBeNull();
		expect(Number(readFileSync(grown, "utf8"))).toBeLessThan(800);
	});

	it("says so when the build has not made it", async () => {
		const missing = createImageRefiner("no-such-script.mjs");
		await expect(refineBytes(missing, picture, { format: "png" })).rejects.toThrow("the build is not whole");
	});
});

describe("many pictures at once", () => {
	it("wait for each other, and beyond a few are turned away", async () => {
		const answers = await Promise.all(
			Array.from({ length: 30 }, () => refineBytes(refiner, picture, { format: "png" })),
		);
		const kinds = answers.map(({ answer }) => answer.kind);
		expect(kinds.filter((kind) => kind === "refined").length).toBeGreaterThanOrEqual(9);
		expect(new Set(kinds)).toEqual(new Set(["refined", "busy"]));
		expect((await refineBytes(refiner, picture, { format: "png" })).answer.kind).toBe("refined");
	});
});

describe("a scratch folder", () => {
	it("is gone whatever became of the picture", async () => {
		const tmp = ownTmp();
		await refineBytes(refiner, picture, { format: "png" });
		await refineBytes(refiner, picture.subarray(0, 200), { format: "png" });
		const broken = (async function* () {
			yield picture.subarray(0, 100);
			throw new Error("the line went dead");
		})();
		const ask = { format: "png", backing: "#ffffff", crop: null, signal } as const;
		await expect(refiner.refine(broken, ask, async () => {})).rejects.toThrow("the line went dead");
		const failing = refiner.refine(inOnePiece(picture), ask, () => Promise.reject(new Error("the disk is full")));
		await expect(failing).rejects.toThrow("the disk is full");
		expect(readdirSync(tmp)).toEqual([]);
	});
});

describe("a small picture", () => {
	it("is a JPEG of the asked width", async () => {
		const small = await refiner.shrink(inOnePiece(picture), 160, signal);
		expect(await sharp(Buffer.from(small ?? [])).metadata()).toMatchObject({ format: "jpeg", width: 160, height: 120 });
	});

	it("is none where the picture cannot be read", async () => {
		expect(await refiner.shrink(inOnePiece(picture.subarray(0, 99)), 160, signal)).toBeNull();
	});
});
