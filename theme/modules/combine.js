import { announce } from "./page.js";

announce();
