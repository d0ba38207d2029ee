import "server-only";
import { errors } from "undici";
import { ConnectFailed } from "@/lib/gateways/egress/connector";
import { EgressRefused } from "@/lib/gateways/egress/policy";
import { GatewayUnreachable } from "@/lib/ports/gateway";

/**
 * Whether anything was sent is known from where it failed, not from the error's code: before the connection
 * stood (name, refusal, timeout, TLS) nothing was; after that everything may have been.
 */
export function toUnreachable(error: unknown, host: string): GatewayUnreachable {
	const isUnsent =
		error instanceof ConnectFailed || error instanceof EgressRefused || error instanceof errors.InvalidArgumentError;
	const message = isUnsent
		? `${host} could not be reached; nothing was sent.`
		: `${host} did not answer, or its answer broke off.`;
	return new GatewayUnreachable(message, isUnsent ? "no" : "maybe", { cause: error });
}
