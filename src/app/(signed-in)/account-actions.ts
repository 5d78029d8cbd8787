import { useRouter } from "next/navigation";
import { keepPreference } from "@/components/preference-form";
import { SIGN_OUT_ID } from "./sign-out-form";

// What the account menu and the palette both do.

export function useChangePreference() {
  const router = useRouter();

  return async function change(name: "locale" | "theme", value: string) {
    // The theme depends on this attribute alone, so it needn't wait for the response.
    if (name === "theme") document.documentElement.dataset.theme = value;
    await keepPreference(name, value).finally(router.refresh);
  };
}

export function submitSignOut() {
  const form = document.getElementById(SIGN_OUT_ID);
  if (form instanceof HTMLFormElement) form.requestSubmit();
}
