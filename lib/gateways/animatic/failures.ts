import "server-only";
import type { Failure } from "@/lib/domain/failure";

function free(code: Failure["code"], sentence: string): Failure {
	return { code, sentence, gatewayWords: null, charged: "no" };
}

export const BROKEN: Failure = free(
	"renderer",
	"The animatic could not be drawn, though it was tried twice. Try again; if it happens again, change the shots.",
);

export const NO_ENCODER: Failure = free(
	"renderer",
	"This machine can run none of the film encoders, so no animatic can be made here. Choose another gateway.",
);

export const BAD_IMAGE: Failure = free("image", "The image could not be read. Use another image, or remove it.");

export const MISSING_IMAGE: Failure = free("image", "The image is no longer stored here. Add it again.");

export const CANCELLED: Failure = free("cancelled-there", "The animatic was cancelled.");

export const LOST: Failure = free("gone", "The animatic is not known here any more. Generate it again; it is free.");
