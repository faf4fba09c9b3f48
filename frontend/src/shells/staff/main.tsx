import { startShell } from "@/app/start";
import { routes } from "./routes";

startShell(routes);
