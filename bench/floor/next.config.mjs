export default {
  poweredByHeader: false,
  agentRules: false,
  serverExternalPackages: ["postgres", "@node-rs/argon2"],
};
