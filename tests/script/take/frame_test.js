import { fragmentOf, frameCode, framedPage, HEIGHT } from "../../../theme/modules/take/frame.js";
import { assertEquals } from "../running.js";
