import type { FileStore, StoredImage } from "../../files/file-store";
import { readBase64 } from "../../files/read-base64";
import { readForm, readFormFile } from "../../files/read-form";
import { type Exchange, headerOf, json, type Reply } from "../../kernel/exchange";
import { Fields, readJson } from "../../kernel/fields";
import { HOUR_MS } from "../../kernel/personality";
import { Refused } from "../../kernel/refused";
import type { Route } from "../../kernel/routes";
import { webAddress } from "../../kernel/web-address";
import { refuseEvoLink as refuse } from "./manners";

const LIFETIME_MS = 72 * HOUR_MS;
const MAX_BYTES = 50 * 1024 * 1024;
const QUOTA = 1000;

interface Names {
	readonly uploadPath: string;
	readonly fileName: string | null;
}

/** The files API, which lives on a host of its own. */
export function filesApi(files: FileStore): readonly Route[] {
	const upload = "/api/v1/files/upload";
	return [
		{ method: "POST", path: `${upload}/base64`, operation: "upload", handle: (it) => uploadBase64(it, files) },
		{ method: "POST", path: `${upload}/stream`, operation: "upload", handle: (it) => uploadStream(it, files) },
		{ method: "POST", path: `${upload}/url`, operation: "upload", handle: (it) => uploadUrl(it, files) },
		{ method: "GET", path: "/api/v1/files/list", operation: "list", handle: (it) => listFiles(it, files) },
		{ method: "GET", path: "/api/v1/files/quota", operation: "account", handle: () => quota(files) },
		{ method: "DELETE", path: "/api/v1/files/:id", operation: "account", handle: (it) => dropFile(it, files) },
	];
}

function uploadBase64(exchange: Exchange, files: FileStore): Reply {
	const fields = new Fields(readJson(exchange.body, headerOf(exchange, "content-type"), refuse), refuse);
	const data = fields.required("base64_data", fields.text("base64_data"));
	const names = readNames(fields);
	const inlined = readBase64(data);
	if (!inlined) throw refuse("base64_data must be base64, bare or as a data URI", "base64_data");
	return keep(inlined.bytes, names, files);
}

async function uploadStream(exchange: Exchange, files: FileStore): Promise<Reply> {
	const form = await readForm(exchange, refuse);
	const stranger = [...form.keys()].find((name) => !["file", "uploadPath", "fileName"].includes(name));
	if (stranger !== undefined) throw refuse(`${stranger} is not a parameter`, stranger);
	const file = readFormFile(form, "file", refuse);
	const uploadPath = form.get("uploadPath");
	const fileName = form.get("fileName");
	return keep(
		Buffer.from(await file.arrayBuffer()),
		{
			uploadPath: typeof uploadPath === "string" ? uploadPath : "images",
			fileName: typeof fileName === "string" ? fileName : file.name,
		},
		files,
	);
}

/** Only addresses of this machine's own host can be fetched here. */
function uploadUrl(exchange: Exchange, files: FileStore): Reply {
	const fields = new Fields(readJson(exchange.body, headerOf(exchange, "content-type"), refuse), refuse);
	const address = fields.required("file_url", fields.text("file_url"));
	const names = readNames(fields);
	if (!webAddress(address)) throw refuse("file_url must be a URL", "file_url");
	const image = files.imageAt(address);
	if (!image) throw refuse("file_url could not be fetched", "file_url");
	return keep(image.bytes, names, files);
}

function readNames(fields: Fields): Names {
	const names = { uploadPath: fields.text("upload_path") ?? "images", fileName: fields.text("file_name") ?? null };
	fields.close();
	return names;
}

function keep(bytes: Buffer, names: Names, files: FileStore): Reply {
	if (bytes.length > MAX_BYTES) throw new Refused("file_too_large", "The file is too large.", { param: "file" });
	const stored = files.keepImage(bytes, "application/octet-stream", LIFETIME_MS);
	if (!stored.facts) {
		files.dropImage(stored.id);
		throw refuse("The file must be a jpeg, png, gif or webp image", "file");
	}
	return json(200, { success: true, code: 200, msg: "File uploaded", data: fileJson(stored, names) });
}

function fileJson(stored: StoredImage, names: Names): Record<string, unknown> {
	return {
		file_id: stored.id,
		file_name: names.fileName ?? stored.path.split("/").at(-1) ?? "",
		original_name: names.fileName ?? "",
		file_size: stored.bytes.length,
		mime_type: `image/${stored.facts?.format ?? "png"}`,
		upload_path: names.uploadPath,
		file_url: stored.url,
		download_url: `${stored.url}?download=1`,
		upload_time: new Date(stored.storedAtMs).toISOString(),
		expires_at: new Date(stored.expiresAtMs).toISOString(),
	};
}

function listFiles(exchange: Exchange, files: FileStore): Reply {
	const page = Number(exchange.url.searchParams.get("page") ?? 1);
	const pageSize = Number(exchange.url.searchParams.get("pageSize") ?? 20);
	const all = files.images();
	const shown = all.slice((page - 1) * pageSize, page * pageSize);
	const list = shown.map((stored) => fileJson(stored, { uploadPath: "images", fileName: null }));
	return json(200, { success: true, code: 200, msg: "ok", data: { files: list, total: all.length, page, pageSize } });
}

function quota(files: FileStore): Reply {
	const used = files.images().length;
	const data = { total_files: QUOTA, used_files: used, remaining_files: QUOTA - used };
	return json(200, { success: true, code: 200, msg: "ok", data });
}

function dropFile(exchange: Exchange, files: FileStore): Reply {
	if (!files.dropImage(exchange.params.id ?? "")) throw new Refused("not_found", "There is no such file.");
	return json(200, { success: true, code: 200, msg: "File deleted", data: null });
}
