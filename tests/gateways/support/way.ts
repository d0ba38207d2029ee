import { onTestFinished } from "vitest";
import { type Resolve, resolveBySystem } from "@/lib/gateways/egress/connector";
import { egressPolicy } from "@/lib/gateways/egress/policy";
import { createHttp, type Http } from "@/lib/gateways/http";
import { createRemoteFiles } from "@/lib/gateways/http/remote-files";
import { TIMEOUTS, type Timeouts } from "@/lib/gateways/http/timeouts";
import { openWayOut } from "@/lib/gateways/http/way-out";
import type { RemoteFiles } from "@/lib/ports/remote-files";

export interface WayOptions {
	/** Addresses the operator vouches for. */
	readonly allow?: readonly string[];
	readonly nowMs?: () => number;
	readonly resolve?: Resolve;
	readonly timeouts?: Partial<Timeouts>;
}

export interface Way {
	readonly http: Http;
	readonly files: RemoteFiles;
}

/** The way out as the product uses it, closed with the test. */
export function openWay({
	allow = [],
	nowMs = Date.now,
	resolve = resolveBySystem,
	timeouts = {},
}: WayOptions = {}): Way {
	const policy = egressPolicy(allow.map((url) => new URL(url).host));
	const way = openWayOut({ policy, nowMs, resolve, timeouts: { ...TIMEOUTS, ...timeouts } });
	onTestFinished(() => way.close());
	return { http: createHttp(way), files: createRemoteFiles(way) };
}
