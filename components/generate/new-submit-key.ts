import { mintId, type SubmitKey, submitKeySchema } from "@/lib/domain/ids";

/** Made by the click itself, so that everything this click leads to is one take. */
export function newSubmitKey(): SubmitKey {
	return mintId(submitKeySchema, "sk", crypto.getRandomValues(new Uint8Array(16)));
}
