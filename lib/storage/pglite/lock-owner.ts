import "server-only";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import * as z from "zod";
import { hasCode } from "../error-code";

/** Who holds a lock. `world` names the machine's boot and pid namespace: only within one world does a pid mean anything. */
export const lockOwnerSchema = z.object({
	pid: z.int().min(1),
	startedAt: z.nullable(z.string()),
	world: z.string(),
	released: z.boolean(),
});
export type LockOwner = Readonly<z.infer<typeof lockOwnerSchema>>;

function readOrNull(read: () => string): string | null {
	try {
		return read();
	} catch {
		return null;
	}
}

function currentWorld(): string {
	const boot = readOrNull(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
	const namespace = readOrNull(() => readlinkSync("/proc/self/ns/pid"));
	return boot && namespace ? `${boot} ${namespace}` : hostname();
}

type Process = { readonly exists: false } | { readonly exists: true; readonly startedAt: string | null };

function signalReaches(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return hasCode(error, "EPERM");
	}
}

function inspectProcess(pid: number): Process {
	const stat = readOrNull(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
	if (stat === null) return signalReaches(pid) ? { exists: true, startedAt: null } : { exists: false };
	// The command name before the last bracket may itself contain spaces and brackets.
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	const isDead = fields[0] === "Z" || fields[0] === "X";
	return isDead ? { exists: false } : { exists: true, startedAt: fields[19] ?? null };
}

export function describeSelf(): LockOwner {
	const self = inspectProcess(process.pid);
	return {
		pid: process.pid,
		startedAt: self.exists ? self.startedAt : null,
		world: currentWorld(),
		released: false,
	};
}

/** `unsure`: the pid belongs to another world, or the system does not tell when a process started. */
export function judgeOwner(owner: LockOwner): "alive" | "gone" | "unsure" {
	if (owner.released) return "gone";
	if (owner.world !== currentWorld()) return "unsure";
	const found = inspectProcess(owner.pid);
	if (!found.exists) return "gone";
	if (found.startedAt === null || owner.startedAt === null) return "unsure";
	return found.startedAt === owner.startedAt ? "alive" : "gone";
}
