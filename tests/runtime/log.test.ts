import { afterEach, describe, expect, it, vi } from "vitest";
import { systemLog } from "@/lib/runtime/log";

const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
afterEach(() => {
	written.mockClear();
});

function lines(): readonly string[] {
	return written.mock.calls
		.map(([text]) => String(text))
		.join("")
		.split("\n")
		.slice(0, -1);
}

describe("a line of the log", () => {
	it("is one line of JSON, whatever stands in it", () => {
		systemLog.warn("take-lost", { take: 'tk_1\r\n{"level":"info"}\u2028', tries: 2 });
		expect(lines()).toHaveLength(1);
		expect(JSON.parse(lines()[0] ?? "")).toMatchObject({ level: "warn", event: "take-lost", tries: 2 });
	});

	it("names an error and where it was thrown, and never repeats what it says", () => {
		const secret = "sk-live-1234 of somebody@example.org";
		const cause = Object.assign(new Error(`The key ${secret} is bad`), { code: "ECONNRESET", path: secret });
		systemLog.error("start-threw", { take: "tk_1" }, new TypeError(`Refused: ${secret}`, { cause }));
		const [line = ""] = lines();
		expect(line).not.toContain("sk-live");
		expect(JSON.parse(line)).toMatchObject({
			problem: { name: "TypeError", at: expect.any(Array), cause: { name: "Error", code: "ECONNRESET" } },
		});
	});

	it("does not repeat what was thrown without being an error", () => {
		systemLog.error("odd", {}, "sk-live-1234");
		expect(lines()[0]).not.toContain("sk-live");
	});
});
