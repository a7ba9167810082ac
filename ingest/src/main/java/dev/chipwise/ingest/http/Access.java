package dev.chipwise.ingest.http;

import io.javalin.http.Context;

/** Decides before a body is read whether whoever sends a request may. */
final class Access {

    private static final String AUTHORIZATION = "header Authorization";
    private static final String BEARER = "Bearer ";

    /** Whoever needs no token shares one rate limit. */
    private static final String NOBODY = "";

    private final Tokens tokens;
    private final boolean requiresToken;
    private final RateLimit rate;

    Access(Tokens tokens, boolean requiresToken, RateLimit rate) {
        this.tokens = tokens;
        this.requiresToken = requiresToken;
        this.rate = rate;
    }

    /**
     * Who sends a request that may go on: a token, or an address where it needs none.
     *
     * @throws RequestRefused when it may not
     */
    String admit(Context request, Scope scope) {
        var sender = sender(request, scope);
        var wait = rate.take(sender);
        if (wait.isPresent()) {
            throw new RequestRefused(
                    new Problem(
                            429,
                            "too_many_requests",
                            "more requests than a token has per second",
                            null,
                            "wait as long as Retry-After says, and send more records at once",
                            wait.get()));
        }
        return sender.equals(NOBODY) ? request.ip() : sender;
    }

    private String sender(Context request, Scope scope) {
        var header = request.header("Authorization");
        if (header == null) {
            return nobody(request);
        }
        var text =
                header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        ? header.substring(BEARER.length()).strip()
                        : "";
        var token = tokens.find(text);
        if (token.isEmpty()) {
            throw refused(
                    401,
                    "unknown_token",
                    "the token is none that counts",
                    "check it, or " + "make a new one with 'chipwise token create'");
        }
        if (!scope.isIn(token.get().scopes())) {
            throw refused(
                    403,
                    "scope_missing",
                    "the token does not have the scope " + scope.word(),
                    "use a token made with --scope " + scope.word());
        }
        return token.get().id();
    }

    private String nobody(Context request) {
        if (requiresToken) {
            throw refused(
                    401,
                    "token_missing",
                    "there is no token",
                    "send 'Authorization: Bearer TOKEN' with one from 'chipwise token create'");
        }
        if (LoopbackRule.isFromAPage(request.header("Host"), request.header("Origin") != null)) {
            throw refused(
                    403,
                    "not_for_pages",
                    "the request comes from a web page, or names another host than this one",
                    "send a token, or use http://127.0.0.1");
        }
        return NOBODY;
    }

    private static RequestRefused refused(int status, String code, String detail, String fix) {
        return new RequestRefused(Problem.wrong(status, code, detail, AUTHORIZATION, fix));
    }
}
