import { enqueueScheduled } from "@/domain/jobs/schedules";
import { workAfterwards } from "@/http/afterwards";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { requireServiceToken } from "@/http/service-token";
import { settings } from "@/lib/settings";

// The one GET that acts, since that is how platforms call: nothing follows a link to it with its secret.
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/cron", {
  GET: endpoint({
    summary: "Work off the jobs that are due",
    tag: "Service",
    public: true,
    unlisted: true,
    status: 202,
    async handle({ request }) {
      requireServiceToken(request.headers, settings().CRON_SECRET);
      await enqueueScheduled();
      workAfterwards();
    },
  }),
});
