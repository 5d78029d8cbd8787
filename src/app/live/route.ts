import "@/boot";
import { healthRoute } from "@/http/health";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = healthRoute("/live");
