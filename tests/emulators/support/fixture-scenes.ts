import { APIMART_SCENES } from "./scenes/apimart";
import { EMPIRIOLABS_SCENES } from "./scenes/empiriolabs";
import { EVOLINK_SCENES } from "./scenes/evolink";
import { KLING_SCENES } from "./scenes/kling";
import type { Scene } from "./scenes/scene";
import { USEAPI_SCENES } from "./scenes/useapi";

/** For each fixture, the exchange in which its block appears. */
export const FIXTURE_SCENES: Readonly<Record<string, Scene>> = {
	...EMPIRIOLABS_SCENES,
	...EVOLINK_SCENES,
	...APIMART_SCENES,
	...USEAPI_SCENES,
	...KLING_SCENES,
};
