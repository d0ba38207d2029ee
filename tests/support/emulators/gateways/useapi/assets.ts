import { type Exchange, headerOf, json, type Reply } from "../../kernel/exchange";
import { imageProblem } from "../../kernel/image";
import { HOUR_MS, type World } from "../../kernel/personality";
import { Refused } from "../../kernel/refused";
import type { Task } from "../../kernel/task";
import type { Accounts } from "./accounts";
import { refuseUseApi as refuse } from "./manners";
import { taskIdOfWork } from "./task-json";
import type { UseApiVariant } from "./variant";

const MAX_BYTES = 10 * 1024 * 1024;
const LIFETIME_MS = 30 * 24 * HOUR_MS;

export function uploadAsset(exchange: Exchange, accounts: Accounts, world: World, variant: UseApiVariant): Reply {
	const { email } = accounts.one(exchange.url.searchParams.get("email") ?? undefined);
	const contentType = headerOf(exchange, "content-type") ?? "";
	if (contentType !== "image/png" && contentType !== "image/jpeg") {
		throw refuse("Content-Type must be image/png or image/jpeg", "content-type");
	}
	const asset = world.files.keepImage(exchange.body, contentType, LIFETIME_MS, email);
	const problem = imageProblem(asset.facts, MAX_BYTES);
	if (problem || `image/${asset.facts?.format}` !== contentType) {
		world.files.dropImage(asset.id);
		throw refuse(problem?.message ?? "The image is not of its Content-Type.", "body");
	}
	if (variant.assetStatus !== 3)
		return json(200, { status: variant.assetStatus, url: "", message: "Refused", fileName: "" });
	return json(200, { status: 3, url: asset.url, message: "", fileName: asset.path.split("/").at(-1) });
}

/** One work and one type answer the film itself; anything more, an archive. */
export function downloadLink(
	exchange: Exchange,
	accounts: Accounts,
	world: World,
	variant: UseApiVariant,
	find: (taskId: string) => Task | undefined,
): Reply {
	const query = exchange.url.searchParams;
	const { email } = accounts.one(query.get("email") ?? undefined);
	const types = (query.get("fileTypes") ?? "").split(",");
	const wanted = (query.get("workIds") ?? "").split(",");
	if (!variant.paidAccount) throw refuse("Downloads without a watermark need a paid Kling account", "email");
	if (!types.includes("MP4")) throw refuse("fileTypes must name MP4", "fileTypes");
	const found = wanted.flatMap((workId) => find(taskIdOfWork(workId)) ?? []).filter((it) => it.order.account === email);
	const [task] = found;
	if (!task?.film || found.length < wanted.length) throw new Refused("404", "Work not found");
	if (wanted.length > 1 || types.length > 1) return json(200, { cdnUrl: `${world.files.origin}/archives/works.zip` });
	return json(200, { cdnUrl: world.files.filmLink(task, task.film, "video.mp4") });
}
