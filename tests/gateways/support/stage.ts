import { expect } from "vitest";
import { dispatchIdSchema } from "@/lib/domain/ids";
import type { Http } from "@/lib/gateways/http";
import type { Timeouts } from "@/lib/gateways/http/timeouts";
import type { Access, ComposedRequest, Gateway, ImageBytes, PreparedImage, RenderJob } from "@/lib/ports/gateway";
import type { RemoteFiles } from "@/lib/ports/remote-files";
import { openEmulator } from "../../emulators/support/open";
import type { Emulator } from "../../support/emulators/emulator";
import type { GatewayName } from "../../support/emulators/kernel/personality";
import type { EmulatorOptions } from "../../support/emulators/options";
import { openWay } from "./way";

/** What sets one gateway's adapter apart from the others when it is built. */
export interface Build<Name extends GatewayName = GatewayName> {
	readonly name: Name;
	readonly create: (parts: { readonly baseUrl: string; readonly filesBaseUrl: string; readonly http: Http }) => Gateway;
	readonly account?: Readonly<Record<string, string>>;
}

/** One adapter in front of one emulated gateway, all closed with the test. */
export interface Stage {
	readonly emulator: Emulator;
	readonly gateway: Gateway;
	readonly access: Access;
	readonly files: RemoteFiles;
}

export interface StageOptions<Name extends GatewayName> extends EmulatorOptions<Name> {
	readonly timeouts?: Partial<Timeouts>;
	readonly secrets?: Readonly<Record<string, string>>;
	readonly account?: Readonly<Record<string, string>>;
	readonly signal?: AbortSignal;
}

export async function openStage<Name extends GatewayName>(
	build: Build<Name>,
	options: StageOptions<Name> = {},
): Promise<Stage> {
	const emulator = await openEmulator(build.name, options);
	const { baseUrl, filesBaseUrl, env } = emulator;
	const allow = [baseUrl, filesBaseUrl];
	const { http, files } = openWay({ allow, nowMs: () => emulator.nowMs, timeouts: options.timeouts ?? {} });
	const access = {
		secrets: options.secrets ?? keysIn(env),
		account: options.account ?? build.account ?? {},
		signal: options.signal ?? new AbortController().signal,
	};
	return { emulator, gateway: build.create({ baseUrl, filesBaseUrl, http }), access, files };
}

function keysIn(env: Readonly<Record<string, string>>): Record<string, string> {
	const fields = { API_KEY: "apiKey", TOKEN: "token" };
	return Object.fromEntries(
		Object.entries(env).flatMap(([name, value]) =>
			Object.entries(fields).flatMap(([ending, field]) => (name.endsWith(ending) ? [[field, value]] : [])),
		),
	);
}

export const DISPATCH = dispatchIdSchema.parse(`dp_${"0123456789abcdefghjkmnpqrs"}`);

export const OTHER_DISPATCH = dispatchIdSchema.parse(`dp_${"zyxwvtsrqpnmkjhgfedcba9876"}`);

export function jobFor(draft: RenderJob["draft"], others: Partial<RenderJob> = {}): RenderJob {
	return { draft, image: null, dispatchId: DISPATCH, callbackUrl: null, account: {}, ...others };
}

/** Where the gateway takes uploads the frame is put there, else it travels inside the request. */
export async function prepareImage({ gateway, access }: Stage, frame: ImageBytes): Promise<PreparedImage> {
	if (!gateway.uploadImage) return { kind: "inline", bytes: frame.bytes, format: frame.ref.format };
	const outcome = await gateway.uploadImage(frame, access);
	expect(outcome).toMatchObject({ kind: "uploaded" });
	if (outcome.kind !== "uploaded") throw new Error("The frame was not taken.");
	return outcome.image;
}

export async function startOne(stage: Stage, request: ComposedRequest): Promise<string> {
	const outcome = await stage.gateway.start(request, stage.access);
	if (outcome.kind !== "accepted") throw new Error(`Not accepted: ${JSON.stringify(outcome)}`);
	return outcome.remoteId;
}
