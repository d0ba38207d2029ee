import type { AccentKind } from "@/lib/domain/animatic-plan/plan";
import { applause, bell, engine, heartbeat, horn, thunderClap, whoosh } from "./air-engines";
import { type Accent, door, footstep, glass, splash } from "./steps-doors";
import { bark, birdCall, meow, neigh } from "./voices";

export const ACCENTS: Readonly<Record<AccentKind, Accent>> = {
	footsteps: footstep,
	door,
	splash,
	bark,
	meow,
	neigh,
	horn,
	whoosh,
	heartbeat,
	bell,
	glass,
	engine,
	applause,
	"thunder-clap": thunderClap,
	"bird-call": birdCall,
};
