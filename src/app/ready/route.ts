import { readyRoute } from "@/http/health";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readyRoute("/ready");
