import { type Exchange, headerOf } from "../../kernel/exchange";
import { Fields, readJson } from "../../kernel/fields";
import type { Task } from "../../kernel/task";
import { refuseKling as refuse } from "./manners";
import { statusOf } from "./task-json";
import type { KlingVariant } from "./variant";

const FILTER_KEYS = ["status", "product_type"] as const;
const PRODUCT = "video";

interface Filter {
	readonly key: (typeof FILTER_KEYS)[number];
	readonly values: readonly string[];
}

interface TaskPage {
	readonly tasks: readonly Task[];
	readonly nextCursor: string;
	readonly hasMore: boolean;
}

/** One page of the account's tasks, newest first; the cursor is the offset of the next page. */
export function listTasks(exchange: Exchange, all: readonly Task[], variant: KlingVariant): TaskPage {
	const fields = new Fields(readJson(exchange.body, headerOf(exchange, "content-type"), refuse), refuse);
	const startMs = fields.whole("start_time", 0, Number.MAX_SAFE_INTEGER) ?? 0;
	const endMs = fields.whole("end_time", 0, Number.MAX_SAFE_INTEGER) ?? Number.MAX_SAFE_INTEGER;
	const offset = Number(fields.text("cursor", { canBeEmpty: true }) ?? 0);
	const limit = fields.whole("limit", 1, 500) ?? 100;
	const filters = (fields.groups("filters") ?? []).map(readFilter);
	fields.close();
	const fitting = all.filter(
		(task) =>
			task.createdAtMs >= startMs &&
			task.createdAtMs <= endMs &&
			filters.every((filter) => fits(task, filter, variant)),
	);
	const next = offset + limit;
	const hasMore = next < fitting.length;
	return { tasks: fitting.slice(offset, next), nextCursor: hasMore ? String(next) : "", hasMore };
}

function fits(task: Task, { key, values }: Filter, variant: KlingVariant): boolean {
	return values.includes(key === "status" ? statusOf(task, variant) : PRODUCT);
}

function readFilter(filter: Fields): Filter {
	const key = filter.required("key", filter.oneOf("key", FILTER_KEYS));
	const values = filter.required("values", filter.texts("values"));
	filter.close();
	return { key, values };
}
