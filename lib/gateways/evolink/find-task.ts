import "server-only";
import { z } from "zod";
import type { Api } from "@/lib/gateways/api";
import { RULES } from "@/lib/gateways/evolink/errors";
import { type ListedTask, listSchema } from "@/lib/gateways/evolink/wire";
import { unclear } from "@/lib/gateways/read-look";
import type { Access, FindOutcome, SoughtTask } from "@/lib/ports/gateway";

const PAGE_SIZE = 50;
const MAX_PAGES = 4;
/** Their clock and ours may differ by this much. */
const CLOCKS_APART_MS = 5_000;

const sentSchema = z.object({ model: z.string() });

/**
 * The list knows no name of ours, so a task is adopted only when it is the one unclaimed task of that model made
 * within the window. When two fit, or another request is in doubt as well, nobody can tell whose it is.
 */
export async function findInList(api: Api, sought: SoughtTask, access: Access): Promise<FindOutcome> {
	const { model } = sentSchema.parse(JSON.parse(sought.request.body));
	const [earliestMs] = sought.sentBetweenMs;
	const fitting = new Set<string>();
	for (let page = 1; page <= MAX_PAGES; page += 1) {
		const query = new URLSearchParams({ type: "video", model, page: String(page), page_size: String(PAGE_SIZE) });
		const answer = await api.get(`/v1/tasks?${query}`, access);
		const tasks = answer.isOk ? listSchema.safeParse(answer.json).data?.data : undefined;
		if (!tasks) return unclear(answer, RULES);
		for (const task of tasks) if (fits(task, model, sought)) fitting.add(task.id);
		const isPastWindow = tasks.some((task) => madeAtMs(task) < earliestMs - CLOCKS_APART_MS);
		if (isPastWindow || tasks.length < PAGE_SIZE) return decide([...fitting], sought.isAlone);
	}
	return { kind: "unclear", reason: "EvoLink lists too many tasks to find this one.", retryAfterMs: null };
}

function fits(task: ListedTask, model: string, { sentBetweenMs, claimedRemoteIds }: SoughtTask): boolean {
	const [earliestMs, latestMs] = sentBetweenMs;
	const atMs = madeAtMs(task);
	const isInTime = atMs >= earliestMs - CLOCKS_APART_MS && atMs <= latestMs + CLOCKS_APART_MS;
	return isInTime && task.model === model && !claimedRemoteIds.has(task.id);
}

const FIRST_MILLISECONDS = 100_000_000_000;

/** `NaN` fits no window. */
function madeAtMs({ created_at: at }: ListedTask): number {
	if (typeof at === "number") return at < FIRST_MILLISECONDS ? at * 1_000 : at;
	return Date.parse(at ?? "");
}

function decide(fitting: readonly string[], isAlone: boolean): FindOutcome {
	const [only, ...others] = fitting;
	if (only === undefined) return { kind: "absent" };
	if (others.length === 0 && isAlone) return { kind: "found", remoteId: only };
	const reason = isAlone
		? `EvoLink lists ${fitting.length} tasks that could be this one.`
		: "EvoLink lists a task that could be this one, or that of another take in doubt.";
	return { kind: "unclear", reason, retryAfterMs: null };
}
