// Made by `npm run openapi` from docs/openapi.json. A test holds it to that.

export interface paths {
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by email or username
         * @description As JSON, as an OAuth 2 password form, or as the HTML form of a page. What a browser sent is answered without `refresh_token`.
         */
        post: operations["postAuthLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends every session that is proven by the refresh token in the body and by a Bearer or the cookies. Answers the same whatever is handed in.
         */
        post: operations["postAuthLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The identity providers one may sign in with
         * @description Those that are set up. A browser signs in by an HTML form that is posted to `sign_in_path`, with `?next=` for where to go then; with `?link=true` it links an identity to the session that it has.
         */
        get: operations["getAuthProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reauthentication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By what I can prove that this session is mine
         * @description A browser proves by a provider by an HTML form that is posted to its `sign_in_path`, with `&next=` for where to go then. `link` is POST /api/v1/auth/reauthentication-links. Who has none of them signs in again.
         */
        get: operations["getAuthReauthentication"];
        put?: never;
        /**
         * Prove by the password who uses this session
         * @description For ten minutes the session may then do what makes it lasting: everything that answers REAUTHENTICATION_REQUIRED without.
         */
        post: operations["postAuthReauthentication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reauthentication-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a link mailed that proves who uses this session
         * @description Only for accounts that can prove it by neither a password nor a provider; to others there is nothing. The link is good once, for 15 minutes, in this session.
         */
        post: operations["postAuthReauthenticationLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reauthentication-links/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove by the link that was mailed who uses this session
         * @description As a right password does, for ten minutes. It counts in the session that asked for it and in no other.
         */
        post: operations["postAuthReauthenticationLinksConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Renew on the way to a page
         * @description For browsers: renews by the cookie and leads on to `next`; without a live session it clears the cookies and leads to sign in.
         */
        get: operations["getAuthRefresh"];
        put?: never;
        /**
         * Renew a session
         * @description By the refresh token in the body or in the cookie; where both are there they have to be the same. Sent again within ten seconds, the answer is the same successor.
         */
        post: operations["postAuthRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My live sessions, this one first */
        get: operations["getAuthSessions"];
        put?: never;
        post?: never;
        /** End all my other sessions, and let no other device pass for mine */
        delete: operations["deleteAuthSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["deleteAuthSessionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}/deny": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say of one of my sessions, or of one that has ended, that it wasn't me
         * @description All sessions but this one and all other known devices end, and providers linked since it began are unlinked. The password stays: the next thing is to change it.
         */
        post: operations["postAuthSessionsIdDeny"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a link mailed that signs in
         * @description Only where SIGN_IN_LINKS is on. Answers the same, in the same time, whether there is such an account or not, and makes none.
         */
        post: operations["postAuthSignInLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-in-links/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by the link that was mailed
         * @description However often the account was guessed at. If it shows for the first time that the email is theirs, the account's password, linked providers and sessions from before are gone.
         */
        post: operations["postAuthSignInLinksConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getAuthMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register and sign in */
        post: operations["postAuthRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My account */
        get: operations["getUsersMe"];
        put?: never;
        post?: never;
        /** Delete my account */
        delete: operations["deleteUsersMe"];
        options?: never;
        head?: never;
        /** Change my profile */
        patch: operations["patchUsersMe"];
        trace?: never;
    };
    "/api/v1/users/me/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I did and what was done to my account, newest first */
        get: operations["getUsersMeAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set my avatar
         * @description The middle square of it, in 64 and 256 pixels, without animation and metadata.
         */
        put: operations["putUsersMeAvatar"];
        post?: never;
        /** Remove my avatar */
        delete: operations["deleteUsersMeAvatar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The identities that are linked to my account */
        get: operations["getUsersMeIdentities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/identities/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Unlink an identity from my account
         * @description Not the last way in: while there is no password, one linked identity stays.
         */
        delete: operations["deleteUsersMeIdentitiesProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change my password and end all sessions; another takes the place of this one */
        put: operations["putUsersMePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/avatar/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Somebody's avatar
         * @description At the address that `avatar_url` names.
         */
        get: operations["getUsersIdAvatarVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/alerts/deny": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that it wasn't me, by the link of an alert
         * @description All sessions and known devices end, and a link to a new password is mailed.
         */
        post: operations["postAuthAlertsDeny"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-changes/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move an account to a new email by the link that was mailed to it
         * @description Also without a session: whoever has the link has the mailbox.
         */
        post: operations["postAuthEmailChangesConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-changes/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a change of email by the link that was mailed to the old one
         * @description The old email is the account's again. All sessions and known devices end, its password and whatever was linked since are gone, and a link to a new password is mailed.
         */
        post: operations["postAuthEmailChangesUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have another link mailed that verifies my email
         * @description The first is sent at registration. An email that is verified gets none.
         */
        post: operations["postAuthEmailVerifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-verifications/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an email by the link that was mailed to it
         * @description Also without a session: whoever has the link has the mailbox.
         */
        post: operations["postAuthEmailVerificationsConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invitations/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who invites whom, by the link of an invitation
         * @description Accept it by registering with `invitation_token`.
         */
        post: operations["postAuthInvitationsLookup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a link mailed that sets a new password
         * @description Answers the same, in the same time, whether there is such an account or not. After three mails in an hour no further one is sent, and the last link stays good.
         */
        post: operations["postAuthPasswordResets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-resets/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by the link that was mailed
         * @description All sessions end, and every other link that was mailed for the account is void.
         */
        post: operations["postAuthPasswordResetsConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/email-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my email
         * @description A link goes to the new one, and nothing changes before it is opened and confirmed. Answers the same where another account has that email: then its owner is told. A verified old email gets a link that undoes the change.
         */
        post: operations["postUsersMeEmailChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My tags by name */
        get: operations["getTags"];
        put?: never;
        /** Make a tag */
        post: operations["postTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a tag; the tasks that had it stay */
        delete: operations["deleteTagsId"];
        options?: never;
        head?: never;
        /** Rename or recolour a tag */
        patch: operations["patchTagsId"];
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My tasks, searched, filtered and sorted */
        get: operations["getTasks"];
        put?: never;
        /**
         * Make a task
         * @description Not safe to repeat: where an answer was lost, look whether the task is there.
         */
        post: operations["postTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of my tasks */
        get: operations["getTasksId"];
        put?: never;
        post?: never;
        /** Delete a task */
        delete: operations["deleteTasksId"];
        options?: never;
        head?: never;
        /**
         * Change a task, complete it or open it again
         * @description Completing a recurring task makes the next one; opening it again takes that back, unless it was changed meanwhile.
         */
        patch: operations["patchTasksId"];
        trace?: never;
    };
    "/api/v1/tasks/{id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a task, or open it again
         * @description What `PATCH /api/v1/tasks/{id}` does with `completed` alone, for forms too.
         */
        post: operations["postTasksIdCompletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what to whom, when, from where; newest first
         * @description A CSV, or JSON with `download`, holds all that matches and is written while it is read; `limit` and `cursor` are for pages.
         */
        get: operations["getAdminAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that nobody has accepted yet */
        get: operations["getAdminInvitations"];
        put?: never;
        /**
         * Invite somebody, also while registration is closed
         * @description The link is mailed, or answered where no mail is sent. Whoever is invited already gets a new link, and the older one is void.
         */
        post: operations["postAdminInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an invitation */
        delete: operations["deleteAdminInvitationsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation again, with a link that voids the older one */
        post: operations["postAdminInvitationsIdResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Work beside requests: what waits, runs, was given up or is done; newest first
         * @description What is done is kept for a week; what was given up, until it is retried.
         */
        get: operations["getAdminJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a job again at once that failed
         * @description One that is under way, done, or due without having failed stays as it is.
         */
        post: operations["postAdminJobsIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/next-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a fresh installation may still lack */
        get: operations["getAdminNextSteps"];
        put?: never;
        /** Say that backups are made, or that the steps needn't be shown */
        post: operations["postAdminNextSteps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's settings */
        get: operations["getAdminSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the organization's settings, for the next request on every instance */
        patch: operations["patchAdminSettings"];
        trace?: never;
    };
    "/api/v1/admin/settings/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the organization's logo
         * @description Whole, within 64 and 256 pixels, without animation and metadata.
         */
        put: operations["putAdminSettingsLogo"];
        post?: never;
        /** Remove the organization's logo */
        delete: operations["deleteAdminSettingsLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody, searched, filtered and sorted
         * @description A CSV holds all that match and is written while it is read; `limit` and `cursor` are for pages. `cursor` takes both of a page's, so that it can be left either way.
         */
        get: operations["getAdminUsers"];
        put?: never;
        /**
         * Create an account, whose person chooses the password
         * @description The link for that is mailed, or answered where no mail is sent; then it verifies no address.
         */
        post: operations["postAdminUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable many accounts, or end all their sessions
         * @description All or none. Whoever is gone or already so is left out, and one's own account can't be among them. A form names each account by a field `user.{id}`.
         */
        post: operations["postAdminUsersBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody's account */
        get: operations["getAdminUsersId"];
        put?: never;
        post?: never;
        /** Delete somebody's account, which ends all sessions; it can be restored for a week */
        delete: operations["deleteAdminUsersId"];
        options?: never;
        head?: never;
        /** Give or take the role; disable, which ends all sessions, or enable */
        patch: operations["patchAdminUsersId"];
        trace?: never;
    };
    "/api/v1/admin/users/{id}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Somebody's account with the ways in and the mailed links that are still good
         * @description Also of a deleted account, as long as it isn't purged.
         */
        get: operations["getAdminUsersIdOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/reset-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link that sets a new password
         * @description It is mailed, or answered where no mail is sent; then it verifies no address.
         */
        post: operations["postAdminUsersIdResetLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a deleted account back, as long as it isn't purged */
        post: operations["postAdminUsersIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody's live sessions */
        get: operations["getAdminUsersIdSessions"];
        put?: never;
        post?: never;
        /** End all sessions of somebody */
        delete: operations["deleteAdminUsersIdSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session of somebody */
        delete: operations["deleteAdminUsersIdSessionsSessionId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody sign in at once whose name was guessed at */
        post: operations["postAdminUsersIdUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether what was typed so far would do; writes nothing */
        post: operations["postSetupCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/initialize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete the first-run setup: organization and administrator, exactly once */
        post: operations["postSetupInitialize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this installation is set up */
        get: operations["getSetupStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenapiJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization/logo/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organization's logo
         * @description At the address that `logo_url` names.
         */
        get: operations["getOrganizationLogoVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/callback/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from an identity provider
         * @description Where the provider sends the browser. On to `next` with a session, or to the page that says why not.
         */
        get: operations["getAuthCallbackProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/signin/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave for an identity provider
         * @description For an HTML form of a page of ours; it has no fields. With `link` what comes back is linked to the session that the browser has; with `reauthenticate` it proves again whose that session is, where an OpenID Connect provider asks the person anew and says so in its ID token (`prompt=login`, `max_age=0`, `auth_time`).
         */
        post: operations["postAuthSigninProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["getHealthProbe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["getLiveProbe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This instance can do its work; 503 while it can't */
        get: operations["getReadyProbe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Login: {
            /**
             * @description Email or username
             * @example ada@example.com
             */
            email: string;
            /**
             * Format: password
             * @example correct horse battery staple
             */
            password: string;
            /** @description A longer session: 30 days instead of 24 hours, unless the server or the organization says otherwise */
            remember_me?: boolean;
        };
        Logout: {
            refresh_token?: string;
        };
        Reauthentication: {
            /** Format: password */
            password: string;
        };
        ReauthenticationForm: {
            password: string;
            next?: string;
        };
        ReauthenticationLinkRequest: {
            /** @description A path of this site, where the link leads to */
            next?: string;
        };
        Confirmation: {
            /** @description Out of the link that was mailed */
            token: string;
        };
        Renewal: {
            refresh_token?: string;
        };
        SignInLinkRequest: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /** @description A longer session: 30 days instead of 24 hours, unless the server or the organization says otherwise */
            remember_me?: boolean;
            /** @description A path of this site, where the link's page leads to */
            next?: string;
        };
        Registration: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /**
             * @description ASCII letters, digits and _ . - ; unique whatever the case
             * @example ada
             */
            username?: string;
            /**
             * Format: password
             * @description Any text that is not easy to guess; an installation may ask for more than 8 characters
             * @example correct horse battery staple
             */
            password: string;
            full_name?: string | null;
            /**
             * @description IANA name
             * @example Europe/Berlin
             */
            time_zone?: string;
            /** @description Out of the link that was mailed */
            invitation_token?: string;
        };
        ProfileChange: {
            full_name?: string | null;
            /**
             * @description ASCII letters, digits and _ . - ; unique whatever the case
             * @example ada
             */
            username?: string;
            locale?: ("en" | "ru" | "de") | null;
            /**
             * @description IANA name
             * @example Europe/Berlin
             */
            time_zone?: string;
        };
        AccountDeletion: {
            password?: string;
        };
        PasswordChange: {
            /**
             * Format: password
             * @description Not needed where none is set yet
             */
            current_password?: string;
            /**
             * Format: password
             * @description Any text that is not easy to guess; an installation may ask for more than 8 characters
             * @example correct horse battery staple
             */
            new_password: string;
        };
        EmailVerificationRequest: Record<string, never>;
        PasswordResetRequest: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
        };
        PasswordReset: {
            /** @description Out of the link that was mailed */
            token: string;
            /**
             * Format: password
             * @description Any text that is not easy to guess; an installation may ask for more than 8 characters
             * @example correct horse battery staple
             */
            new_password: string;
        };
        EmailChange: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /**
             * Format: password
             * @description Not needed shortly after a sign-in
             */
            password?: string;
        };
        NewTag: {
            name: string;
            color?: string;
        };
        TagChange: {
            name?: string;
            color?: string;
        };
        NewTask: {
            title: string;
            /** @description An empty one is none */
            description?: string | null;
            completed?: boolean;
            /** @enum {string} */
            priority?: "low" | "medium" | "high";
            due_date?: string | null;
            recurrence_rule?: string | null;
            /** @description Takes the place of the tags the task had */
            tag_ids?: number[];
        };
        TaskChange: {
            title?: string;
            /** @description An empty one is none */
            description?: string | null;
            completed?: boolean;
            /** @enum {string} */
            priority?: "low" | "medium" | "high";
            due_date?: string | null;
            recurrence_rule?: string | null;
            /** @description Takes the place of the tags the task had */
            tag_ids?: number[];
        };
        TaskCompletion: {
            completed: boolean;
        };
        TaskCompletionForm: {
            /** @enum {string} */
            completed: "true" | "false";
            next?: string;
        };
        NewInvitation: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /** @enum {string} */
            role?: "user" | "admin";
        };
        NextStepsChange: {
            backup?: boolean;
            dismissed?: boolean;
        };
        NextStepsForm: {
            /** @enum {string} */
            backup?: "true" | "false";
            /** @enum {string} */
            dismissed?: "true" | "false";
            next?: string;
        };
        OrganizationChange: {
            /** @example Example Ltd */
            organization_name?: string;
            /** @enum {string} */
            registration?: "open" | "closed";
            audit_retention_days?: number | null;
            accent_color?: string | null;
            session_ttl_seconds?: number | null;
            session_ttl_remember_seconds?: number | null;
            session_idle_seconds?: number | null;
        };
        NewUser: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /**
             * @description ASCII letters, digits and _ . - ; unique whatever the case
             * @example ada
             */
            username?: string;
            full_name?: string | null;
            /** @enum {string} */
            role?: "user" | "admin";
        };
        BulkUserChange: {
            /** @enum {string} */
            action: "disable" | "end_sessions";
            ids: string[];
        };
        UserChange: {
            /** @enum {string} */
            role?: "user" | "admin";
            is_active?: boolean;
        };
        SetupDraft: {
            /** @example Example Ltd */
            organization_name?: string;
            /**
             * Format: email
             * @example ada@example.com
             */
            admin_email?: string;
            /**
             * Format: password
             * @description Any text that is not easy to guess; an installation may ask for more than 8 characters
             * @example correct horse battery staple
             */
            admin_password?: string;
            /**
             * @description ASCII letters, digits and _ . - ; unique whatever the case
             * @example ada
             */
            admin_username?: string;
            admin_full_name?: string | null;
            /**
             * @description IANA name
             * @example Europe/Berlin
             */
            admin_time_zone?: string;
            setup_token?: string;
        };
        Initialization: {
            /** @example Example Ltd */
            organization_name: string;
            /**
             * Format: email
             * @example ada@example.com
             */
            admin_email: string;
            /**
             * Format: password
             * @description Any text that is not easy to guess; an installation may ask for more than 8 characters
             * @example correct horse battery staple
             */
            admin_password: string;
            /**
             * @description ASCII letters, digits and _ . - ; unique whatever the case
             * @example ada
             */
            admin_username?: string;
            admin_full_name?: string | null;
            /**
             * @description IANA name
             * @example Europe/Berlin
             */
            admin_time_zone?: string;
            setup_token?: string;
        };
        /** @enum {string} */
        ErrorCode: "MALFORMED_REQUEST" | "MISSING_TOKEN" | "INVALID_TOKEN" | "TOKEN_EXPIRED" | "INVALID_CREDENTIALS" | "MISSING_REFRESH_TOKEN" | "INVALID_REFRESH_TOKEN" | "REFRESH_TOKEN_EXPIRED" | "REFRESH_TOKEN_REUSED" | "SESSION_REVOKED" | "FORBIDDEN" | "CSRF_REJECTED" | "REAUTHENTICATION_REQUIRED" | "EMAIL_NOT_VERIFIED" | "REGISTRATION_CLOSED" | "INVALID_SETUP_TOKEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "EMAIL_ALREADY_EXISTS" | "USERNAME_ALREADY_EXISTS" | "TAG_ALREADY_EXISTS" | "SETUP_ALREADY_COMPLETED" | "SETUP_REQUIRED" | "LAST_ADMIN" | "OWN_ACCOUNT" | "LAST_SIGN_IN_METHOD" | "MAIL_NOT_SET_UP" | "QUOTA_EXCEEDED" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "VALIDATION_ERROR" | "INVALID_EMAIL" | "INVALID_USERNAME" | "PASSWORD_TOO_SHORT" | "PASSWORD_TOO_LONG" | "PASSWORD_TOO_COMMON" | "WRONG_PASSWORD" | "INVALID_RECURRENCE_RULE" | "INVALID_PROOF" | "INVALID_IMAGE" | "COLOR_CONTRAST" | "RATE_LIMIT_EXCEEDED" | "INTERNAL_ERROR" | "SERVICE_UNAVAILABLE";
        SignedIn: {
            user: components["schemas"]["User"];
            access_token: string;
            /** @description Not in the answer to a browser, which gets it as a cookie that script can't read */
            refresh_token?: string;
            /** @constant */
            token_type: "bearer";
            /**
             * @description Seconds
             * @example 900
             */
            expires_in: number;
        };
        User: {
            /** Format: uuid */
            id: string;
            /** Format: email */
            email: string;
            username: string;
            full_name: string | null;
            /** @enum {string} */
            role: "user" | "admin";
            is_active: boolean;
            avatar_url: string | null;
            /** Format: uuid */
            provider_id: string;
            locale: string | null;
            /** @example Europe/Berlin */
            time_zone: string;
            email_verified_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        IdentityProviderPage: {
            items: components["schemas"]["IdentityProvider"][];
            next_cursor: string | null;
        };
        IdentityProvider: {
            /** @example github */
            id: string;
            /** @example GitHub */
            name: string;
            /** @example /api/auth/signin/github */
            sign_in_path: string;
        };
        ReauthenticationWays: {
            password: boolean;
            providers: components["schemas"]["IdentityProvider"][];
            /** @description Whether a link may be mailed: to who has none of the others */
            link: boolean;
        };
        Tokens: {
            access_token: string;
            /** @description Not in the answer to a browser, which gets it as a cookie that script can't read */
            refresh_token?: string;
            /** @constant */
            token_type: "bearer";
            /**
             * @description Seconds
             * @example 900
             */
            expires_in: number;
        };
        SessionPage: {
            items: components["schemas"]["Session"][];
            next_cursor: string | null;
        };
        Session: {
            /** Format: uuid */
            id: string;
            /** @example Chrome on Linux */
            device_info: string | null;
            user_agent: string | null;
            ip_address: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_used_at: string;
            /** Format: date-time */
            expires_at: string;
            current: boolean;
        };
        OwnAuditEventPage: {
            items: components["schemas"]["OwnAuditEvent"][];
            next_cursor: string | null;
        };
        OwnAuditEvent: {
            id: string;
            /** @example session.started */
            action: string;
            actor_id: string | null;
            subject_id: string | null;
            session_id: string | null;
            ip_address: string | null;
            trace_id: string | null;
            detail: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            created_at: string;
            /** @description Somebody else did it, and who is not told */
            by_administrator: boolean;
        };
        LinkedIdentityPage: {
            items: components["schemas"]["LinkedIdentity"][];
            next_cursor: string | null;
        };
        LinkedIdentity: {
            /** @example github */
            provider: string;
            /** @example GitHub */
            name: string;
            /** Format: date-time */
            linked_at: string;
        };
        InvitationLookup: {
            organization_name: string;
            /** Format: email */
            email: string;
            /** @enum {string} */
            role: "user" | "admin";
            invited_by: string | null;
            /** Format: date-time */
            expires_at: string;
        };
        Tag: {
            id: number;
            /** @example home */
            name: string;
            /** @example #64748b */
            color: string;
        };
        Task: {
            id: number;
            /** @example Water the plants */
            title: string;
            description: string | null;
            completed: boolean;
            /** @enum {string} */
            priority: "low" | "medium" | "high";
            due_date: string | null;
            /** @example FREQ=WEEKLY;BYDAY=MO,TH */
            recurrence_rule: string | null;
            tags: components["schemas"]["Tag"][];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        NamedEventPage: {
            items: components["schemas"]["NamedAuditEvent"][];
            next_cursor: string | null;
        };
        NamedAuditEvent: {
            id: string;
            /** @example session.started */
            action: string;
            actor_id: string | null;
            subject_id: string | null;
            session_id: string | null;
            ip_address: string | null;
            trace_id: string | null;
            detail: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            created_at: string;
            actor_username: string | null;
            subject_username: string | null;
        };
        InvitationPage: {
            items: components["schemas"]["Invitation"][];
            next_cursor: string | null;
        };
        Invitation: {
            /** Format: uuid */
            id: string;
            /** Format: email */
            email: string;
            /** @enum {string} */
            role: "user" | "admin";
            /** @description Whether the newest link was mailed; otherwise it was handed over */
            mailed: boolean;
            /** @description Username; null where that account is gone */
            invited_by: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            created_at: string;
            expired: boolean;
        };
        SentInvitation: {
            /** Format: uuid */
            id: string;
            /** Format: email */
            email: string;
            /** @enum {string} */
            role: "user" | "admin";
            /** @description Whether the newest link was mailed; otherwise it was handed over */
            mailed: boolean;
            /** @description Username; null where that account is gone */
            invited_by: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            created_at: string;
            expired: boolean;
            /**
             * Format: uri
             * @description To hand over, where no mail was sent; shown this once
             */
            link?: string;
        };
        JobPage: {
            items: components["schemas"]["Job"][];
            next_cursor: string | null;
        };
        Job: {
            /** Format: uuid */
            id: string;
            /** @example clean_up */
            kind: string;
            payload: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            state: "waiting" | "running" | "failed" | "done";
            attempts: number;
            /** @description Why the last attempt failed */
            last_error: string | null;
            /**
             * Format: date-time
             * @description When it is due, or was
             */
            run_at: string;
            done_at: string | null;
            /** @description When it was given up */
            failed_at: string | null;
            trace_id: string | null;
            /** Format: date-time */
            created_at: string;
        };
        NextSteps: {
            /** @description A mail server is set up */
            mail: boolean;
            /** @description People can sign in by an identity provider */
            providers: boolean;
            /** @description Somebody is invited, or here already */
            invitations: boolean;
            /** @description As an administrator has said */
            backup: boolean;
            /** @description No longer shown on the dashboard */
            dismissed: boolean;
        };
        Organization: {
            organization_name: string;
            /** @enum {string} */
            registration: "open" | "closed";
            /** @description After so many days events leave the audit log; null: never */
            audit_retention_days: number | null;
            /** @description `#rrggbb`; null: the product's own */
            accent_color: string | null;
            /** @description How long a session lasts; null: as long as the server's settings say */
            session_ttl_seconds: number | null;
            /** @description The same with remember_me */
            session_ttl_remember_seconds: number | null;
            /** @description After how long unused it is over; null: what the server's settings say */
            session_idle_seconds: number | null;
            /** @description 64 or 256 pixels: `?size=64` */
            logo_url: string | null;
        };
        KnownUserPage: {
            items: components["schemas"]["KnownUser"][];
            next_cursor: string | null;
            /** @description A `cursor` for the page before */
            previous_cursor: string | null;
            /** @description How many match, over all pages */
            total: number;
        };
        KnownUser: {
            /** Format: uuid */
            id: string;
            /** Format: email */
            email: string;
            username: string;
            full_name: string | null;
            /** @enum {string} */
            role: "user" | "admin";
            is_active: boolean;
            avatar_url: string | null;
            /** Format: uuid */
            provider_id: string;
            locale: string | null;
            /** @example Europe/Berlin */
            time_zone: string;
            email_verified_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Null: has never signed in */
            last_seen_at: string | null;
            /** @description Purged a week later, unless restored */
            deleted_at: string | null;
        };
        CreatedUser: {
            user: components["schemas"]["KnownUser"];
            /**
             * Format: uri
             * @description To hand over, where no mail was sent; shown this once, and it proves no address
             */
            link?: string;
        };
        UserOverview: {
            user: components["schemas"]["KnownUser"];
            has_password: boolean;
            identities: components["schemas"]["LinkedIdentity"][];
            /** @description Links that are still good */
            proofs: {
                /** @enum {string} */
                purpose: "verify_email" | "reset" | "sign_in" | "reauthenticate" | "change_email" | "undo_email";
                /** @description Where the link went; null: it was handed over */
                email: string | null;
                /** Format: date-time */
                expires_at: string;
            }[];
        };
        ResetLink: {
            /**
             * Format: uri
             * @description To hand over, where no mail was sent; shown this once, and it proves no address
             */
            link?: string;
            /** Format: date-time */
            expires_at: string;
        };
        Initialized: {
            user: components["schemas"]["User"];
            provider: components["schemas"]["Provider"];
            access_token: string;
            /** @description Not in the answer to a browser, which gets it as a cookie that script can't read */
            refresh_token?: string;
            /** @constant */
            token_type: "bearer";
            /**
             * @description Seconds
             * @example 900
             */
            expires_in: number;
        };
        Provider: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        SetupStatus: {
            is_complete: boolean;
            requires_token: boolean;
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        Readiness: {
            /** @enum {string} */
            status: "ok" | "unavailable";
            checks: {
                /** @enum {string} */
                database: "ok" | "unavailable";
                /** @enum {string} */
                migrations: "ok" | "behind" | "unavailable";
            };
        };
        /** @description RFC 9457 */
        Problem: {
            /** @constant */
            type: "about:blank";
            title: string;
            status: number;
            /** @description A sentence for people, in their language */
            detail: string;
            code: components["schemas"]["ErrorCode"];
            /** @description Where one field is in error */
            field?: string;
            trace_id: string;
            /** @description Every problem of a validation */
            errors?: {
                field: string;
                code: components["schemas"]["ErrorCode"];
                detail: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Stands in the server's log, too */
        "X-Trace-ID": string;
        /** @description The access and the refresh cookie, one line each */
        "Set-Cookie": string;
        /** @description By what a browser stays known that sent one of these */
        "Device-Cookie": string;
        "WWW-Authenticate": "Bearer";
        /** @description Seconds */
        "Retry-After": number;
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    postAuthLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description Done; the cookies hand the session over */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_CREDENTIALS` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_CREDENTIALS";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `SETUP_REQUIRED` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "SETUP_REQUIRED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Logout"];
            };
        };
        responses: {
            /** @description Done; the cookies are cleared */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAuthProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProviderPage"];
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAuthReauthentication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReauthenticationWays"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthReauthentication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reauthentication"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `VALIDATION_ERROR`, `WRONG_PASSWORD` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR" | "WRONG_PASSWORD";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthReauthenticationLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReauthenticationLinkRequest"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `MAIL_NOT_SET_UP` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "MAIL_NOT_SET_UP";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthReauthenticationLinksConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_PROOF`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_PROOF" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAuthRefresh: {
        parameters: {
            query?: {
                /** @description A path of this site */
                next?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On to the page, or to sign in */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                    "text/html": string;
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                    "text/html": string;
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                    "text/html": string;
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                    "text/html": string;
                };
            };
        };
    };
    postAuthRefresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Renewal"];
            };
        };
        responses: {
            /** @description Done; the cookies hand the session over */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_REFRESH_TOKEN`, `MISSING_REFRESH_TOKEN`, `REFRESH_TOKEN_EXPIRED`, `REFRESH_TOKEN_REUSED`, `SESSION_REVOKED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_REFRESH_TOKEN" | "MISSING_REFRESH_TOKEN" | "REFRESH_TOKEN_EXPIRED" | "REFRESH_TOKEN_REUSED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAuthSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteAuthSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; this device stays known */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Set-Cookie": components["headers"]["Device-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revoked: number;
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteAuthSessionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthSessionsIdDeny: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; this device stays known */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Set-Cookie": components["headers"]["Device-Cookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthSignInLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInLinkRequest"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `MAIL_NOT_SET_UP` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "MAIL_NOT_SET_UP";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_EMAIL`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_EMAIL" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthSignInLinksConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Done; the cookies hand the session over */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `MAIL_NOT_SET_UP` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "MAIL_NOT_SET_UP";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_PROOF`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_PROOF" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAuthMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Done; the cookies hand the session over */
            201: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `REGISTRATION_CLOSED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "REGISTRATION_CLOSED";
                    };
                };
            };
            /** @description `EMAIL_ALREADY_EXISTS`, `SETUP_REQUIRED`, `USERNAME_ALREADY_EXISTS` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "EMAIL_ALREADY_EXISTS" | "SETUP_REQUIRED" | "USERNAME_ALREADY_EXISTS";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_EMAIL`, `INVALID_PROOF`, `INVALID_USERNAME`, `PASSWORD_TOO_COMMON`, `PASSWORD_TOO_LONG`, `PASSWORD_TOO_SHORT`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_EMAIL" | "INVALID_PROOF" | "INVALID_USERNAME" | "PASSWORD_TOO_COMMON" | "PASSWORD_TOO_LONG" | "PASSWORD_TOO_SHORT" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getUsersMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteUsersMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AccountDeletion"];
            };
        };
        responses: {
            /** @description Done; the cookies are cleared */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `LAST_ADMIN` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "LAST_ADMIN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `VALIDATION_ERROR`, `WRONG_PASSWORD` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR" | "WRONG_PASSWORD";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    patchUsersMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ProfileChange"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `USERNAME_ALREADY_EXISTS` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "USERNAME_ALREADY_EXISTS";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_USERNAME`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_USERNAME" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getUsersMeAuditEvents: {
        parameters: {
            query?: {
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAuditEventPage"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    putUsersMeAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 2 MB, as the body or as the one field of a form */
        requestBody: {
            content: {
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
                "image/gif": string;
                "image/avif": string;
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_IMAGE` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_IMAGE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteUsersMeAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getUsersMeIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedIdentityPage"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteUsersMeIdentitiesProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `LAST_SIGN_IN_METHOD` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "LAST_SIGN_IN_METHOD";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    putUsersMePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Done; the cookies hand the session over */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `PASSWORD_TOO_COMMON`, `PASSWORD_TOO_LONG`, `PASSWORD_TOO_SHORT`, `VALIDATION_ERROR`, `WRONG_PASSWORD` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "PASSWORD_TOO_COMMON" | "PASSWORD_TOO_LONG" | "PASSWORD_TOO_SHORT" | "VALIDATION_ERROR" | "WRONG_PASSWORD";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getUsersIdAvatarVersion: {
        parameters: {
            query?: {
                size?: "64" | "256";
            };
            header?: never;
            path: {
                id: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthAlertsDeny: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_PROOF`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_PROOF" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthEmailChangesConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_PROOF`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_PROOF" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthEmailChangesUndo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_PROOF`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_PROOF" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthEmailVerifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EmailVerificationRequest"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `MAIL_NOT_SET_UP` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "MAIL_NOT_SET_UP";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthEmailVerificationsConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_PROOF`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_PROOF" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthInvitationsLookup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationLookup"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_PROOF`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_PROOF" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthPasswordResets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetRequest"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `MAIL_NOT_SET_UP` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "MAIL_NOT_SET_UP";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_EMAIL`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_EMAIL" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthPasswordResetsConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_PROOF`, `PASSWORD_TOO_COMMON`, `PASSWORD_TOO_LONG`, `PASSWORD_TOO_SHORT`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_PROOF" | "PASSWORD_TOO_COMMON" | "PASSWORD_TOO_LONG" | "PASSWORD_TOO_SHORT" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postUsersMeEmailChanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChange"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `MAIL_NOT_SET_UP` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "MAIL_NOT_SET_UP";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_EMAIL`, `VALIDATION_ERROR`, `WRONG_PASSWORD` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_EMAIL" | "VALIDATION_ERROR" | "WRONG_PASSWORD";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getTags: {
        parameters: {
            query?: {
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Tag"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTag"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `QUOTA_EXCEEDED`, `TAG_ALREADY_EXISTS` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "QUOTA_EXCEEDED" | "TAG_ALREADY_EXISTS";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteTagsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    patchTagsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TagChange"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `TAG_ALREADY_EXISTS` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "TAG_ALREADY_EXISTS";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getTasks: {
        parameters: {
            query?: {
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                completed?: boolean;
                priority?: "low" | "medium" | "high";
                tag_id?: number;
                /** @description Due earlier than this */
                due_before?: string;
                /** @description Due at this moment or later */
                due_after?: string;
                /** @description Stands in the title or the description, whatever the case */
                q?: string;
                /** @description A task without a due date counts as due after all others. Equal ones go by id. */
                sort?: "due_date" | "-due_date" | "priority" | "-priority" | "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Task"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTask"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `QUOTA_EXCEEDED` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "QUOTA_EXCEEDED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_RECURRENCE_RULE`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_RECURRENCE_RULE" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getTasksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteTasksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    patchTasksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TaskChange"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `QUOTA_EXCEEDED` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "QUOTA_EXCEEDED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_RECURRENCE_RULE`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_RECURRENCE_RULE" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postTasksIdCompletion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskCompletion"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `QUOTA_EXCEEDED` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "QUOTA_EXCEEDED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAdminAuditEvents: {
        parameters: {
            query?: {
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Who did it */
                actor_id?: string;
                /** @description Whom it was done to */
                subject_id?: string;
                action?: "setup.completed" | "account.registered" | "account.created" | "account.disabled" | "account.enabled" | "account.deleted" | "account.restored" | "account.purged" | "profile.changed" | "password.changed" | "password.reset" | "email.verified" | "email.change_requested" | "email.changed" | "email.change_undone" | "alert.denied" | "identity.linked" | "identity.unlinked" | "identity.refused" | "role.changed" | "organization.changed" | "invitation.sent" | "invitation.revoked" | "invitation.accepted" | "password.link_made" | "job.retried" | "session.started" | "session.refused" | "session.ended" | "session.revoked" | "session.replayed" | "reauthentication.requested" | "reauthentication.completed" | "reauthentication.refused" | "account.locked" | "account.unlocked" | "attempt.refused";
                from?: string;
                to?: string;
                /** @description csv is always the whole of it */
                format?: "json" | "csv";
                /** @description All that matches as one file, rather than a page of it */
                download?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedEventPage"];
                    "text/csv": string;
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED`, `FORBIDDEN` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED" | "FORBIDDEN";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAdminInvitations: {
        parameters: {
            query?: {
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED`, `FORBIDDEN` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED" | "FORBIDDEN";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAdminInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentInvitation"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `EMAIL_ALREADY_EXISTS` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "EMAIL_ALREADY_EXISTS";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_EMAIL`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_EMAIL" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteAdminInvitationsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAdminInvitationsIdResend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentInvitation"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAdminJobs: {
        parameters: {
            query?: {
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                state?: "waiting" | "running" | "failed" | "done";
                kind?: "clean_up" | "purge_accounts" | "drop_old_events" | "purge_account" | "send_mail" | "request_reset" | "verify_email" | "sign_in_link" | "change_email" | "delete_avatar" | "delete_logo" | "alert_owner";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED`, `FORBIDDEN` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED" | "FORBIDDEN";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAdminJobsIdRetry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAdminNextSteps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextSteps"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED`, `FORBIDDEN` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED" | "FORBIDDEN";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAdminNextSteps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NextStepsChange"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextSteps"];
                };
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAdminSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED`, `FORBIDDEN` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED" | "FORBIDDEN";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    patchAdminSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OrganizationChange"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `COLOR_CONTRAST`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "COLOR_CONTRAST" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    putAdminSettingsLogo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 2 MB, as the body or as the one field of a form */
        requestBody: {
            content: {
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
                "image/gif": string;
                "image/avif": string;
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_IMAGE` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_IMAGE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteAdminSettingsLogo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAdminUsers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Part of email, username or full name, or an id */
                q?: string;
                role?: "user" | "admin";
                is_active?: boolean;
                /** @description true: accounts that wait to be purged, and no others */
                is_deleted?: boolean;
                /** @description Whether the email is known to be theirs */
                is_verified?: boolean;
                /** @description These accounts and no others, at most 100, divided by commas */
                ids?: string;
                /** @description `name` is the full name, else the username; of long ones the beginning */
                sort?: "name" | "-name" | "username" | "-username" | "email" | "-email" | "role" | "-role" | "last_seen_at" | "-last_seen_at" | "created_at" | "-created_at";
                /** @description csv is a file of all that match */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownUserPage"];
                    "text/csv": string;
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED`, `FORBIDDEN` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED" | "FORBIDDEN";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAdminUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedUser"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `EMAIL_ALREADY_EXISTS`, `USERNAME_ALREADY_EXISTS` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "EMAIL_ALREADY_EXISTS" | "USERNAME_ALREADY_EXISTS";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_EMAIL`, `INVALID_USERNAME`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_EMAIL" | "INVALID_USERNAME" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAdminUsersBulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkUserChange"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Accounts that are different now */
                        changed: number;
                    };
                };
            };
            /** @description To an HTML form in a browser: on to `next`, or back to the page with `code` and `field` */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `OWN_ACCOUNT` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "OWN_ACCOUNT";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAdminUsersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownUser"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED`, `FORBIDDEN` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED" | "FORBIDDEN";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteAdminUsersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `LAST_ADMIN` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "LAST_ADMIN";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    patchAdminUsersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownUser"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `LAST_ADMIN` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "LAST_ADMIN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAdminUsersIdOverview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOverview"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED`, `FORBIDDEN` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED" | "FORBIDDEN";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAdminUsersIdResetLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetLink"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAdminUsersIdRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownUser"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAdminUsersIdSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `EMAIL_NOT_VERIFIED`, `FORBIDDEN` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "EMAIL_NOT_VERIFIED" | "FORBIDDEN";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteAdminUsersIdSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revoked: number;
                    };
                };
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteAdminUsersIdSessionsSessionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAdminUsersIdUnlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_TOKEN`, `MISSING_TOKEN`, `SESSION_REVOKED`, `TOKEN_EXPIRED` */
            401: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 401;
                        /** @enum {unknown} */
                        code: "INVALID_TOKEN" | "MISSING_TOKEN" | "SESSION_REVOKED" | "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `EMAIL_NOT_VERIFIED`, `FORBIDDEN`, `REAUTHENTICATION_REQUIRED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "EMAIL_NOT_VERIFIED" | "FORBIDDEN" | "REAUTHENTICATION_REQUIRED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postSetupCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SetupDraft"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `INVALID_SETUP_TOKEN` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "INVALID_SETUP_TOKEN";
                    };
                };
            };
            /** @description `SETUP_ALREADY_COMPLETED` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "SETUP_ALREADY_COMPLETED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_EMAIL`, `INVALID_USERNAME`, `PASSWORD_TOO_COMMON`, `PASSWORD_TOO_LONG`, `PASSWORD_TOO_SHORT`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_EMAIL" | "INVALID_USERNAME" | "PASSWORD_TOO_COMMON" | "PASSWORD_TOO_LONG" | "PASSWORD_TOO_SHORT" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postSetupInitialize: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Initialization"];
            };
        };
        responses: {
            /** @description Done; the cookies hand the session over */
            201: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Initialized"];
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED`, `INVALID_SETUP_TOKEN` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED" | "INVALID_SETUP_TOKEN";
                    };
                };
            };
            /** @description `SETUP_ALREADY_COMPLETED` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "SETUP_ALREADY_COMPLETED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 413;
                        /** @enum {unknown} */
                        code: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 415;
                        /** @enum {unknown} */
                        code: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_EMAIL`, `INVALID_USERNAME`, `PASSWORD_TOO_COMMON`, `PASSWORD_TOO_LONG`, `PASSWORD_TOO_SHORT`, `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "INVALID_EMAIL" | "INVALID_USERNAME" | "PASSWORD_TOO_COMMON" | "PASSWORD_TOO_LONG" | "PASSWORD_TOO_SHORT" | "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED` */
            429: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 429;
                        /** @enum {unknown} */
                        code: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getSetupStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupStatus"];
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getOpenapiJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        openapi: "3.1.0";
                        info: {
                            title: string;
                            version: string;
                        } & {
                            [key: string]: unknown;
                        };
                        paths: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getOrganizationLogoVersion: {
        parameters: {
            query?: {
                size?: "64" | "256";
            };
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAuthCallbackProvider: {
        parameters: {
            query?: {
                state?: string;
                error?: string;
            };
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On to the page, or to sign in */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAuthSigninProvider: {
        parameters: {
            query?: {
                next?: string;
                link?: boolean;
                reauthenticate?: boolean;
                invitation?: string;
            };
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On to the page, or to sign in */
            303: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST` */
            400: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 400;
                        /** @enum {unknown} */
                        code: "MALFORMED_REQUEST";
                    };
                };
            };
            /** @description `CSRF_REJECTED` */
            403: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 403;
                        /** @enum {unknown} */
                        code: "CSRF_REJECTED";
                    };
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 404;
                        /** @enum {unknown} */
                        code: "NOT_FOUND";
                    };
                };
            };
            /** @description `SETUP_REQUIRED` */
            409: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 409;
                        /** @enum {unknown} */
                        code: "SETUP_REQUIRED";
                    };
                };
            };
            /** @description `VALIDATION_ERROR` */
            422: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 422;
                        /** @enum {unknown} */
                        code: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getHealthProbe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getLiveProbe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getReadyProbe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description `INTERNAL_ERROR` */
            500: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 500;
                        /** @enum {unknown} */
                        code: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` */
            503: {
                headers: {
                    "X-Trace-ID": components["headers"]["X-Trace-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {unknown} */
                        code: "SERVICE_UNAVAILABLE";
                    };
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
}
