import "server-only";
import type { Api } from "@/lib/gateways/api";
import { unclear } from "@/lib/gateways/read-look";
import { RULES } from "@/lib/gateways/useapi/errors";
import { idOf } from "@/lib/gateways/useapi/map";
import { listSchema } from "@/lib/gateways/useapi/wire";
import { withEmail } from "@/lib/gateways/useapi/with-email";
import type { Access, FindOutcome, SoughtTask } from "@/lib/ports/gateway";

/**
 * The scheduler repeats our reference while a task runs; whether the list of tasks does is not documented. One of the two
 * may fail: only where both were read and neither has it, it is not there.
 */
export async function findByReference(api: Api, sought: SoughtTask, access: Access): Promise<FindOutcome> {
	let failed: FindOutcome | null = null;
	for (const path of [withEmail("/tasks", access), "/scheduler/available"]) {
		const answer = await api.get(path, access);
		const tasks = answer.isOk ? listSchema.safeParse(answer.json).data : undefined;
		if (!tasks) failed = unclear(answer, RULES);
		const ours = tasks?.find((task) => task.replyRef === sought.dispatchId);
		const remoteId = ours ? idOf(ours) : null;
		if (remoteId !== null) return { kind: "found", remoteId };
	}
	return failed ?? { kind: "absent" };
}
