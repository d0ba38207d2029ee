/** Some gateways append this to the address they were given. */
export { POST } from "../route";
