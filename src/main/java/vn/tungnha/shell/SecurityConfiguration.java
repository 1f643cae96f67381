package vn.tungnha.shell;

import io.github.wimdeblauwe.htmx.spring.boot.security.HxRefreshHeaderAuthenticationEntryPoint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.RequestMatcherDelegatingAccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.LocaleResolver;
import vn.tungnha.identity.Devices;
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.identity.login.BearerTokenFilter;
import vn.tungnha.identity.login.FreshAccountFilter;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.identity.login.RememberedDevices;
import vn.tungnha.identity.login.RevokedDeviceFilter;

/** Who may come in, by page, by token or by password, and what a browser may load on our pages. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class SecurityConfiguration {

    static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self';"
            + " frame-ancestors 'none'";
    private static final String PERMISSIONS_POLICY =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";
    private static final RequestHeaderRequestMatcher HTMX = new RequestHeaderRequestMatcher("HX-Request");

    /** Where scripts of the phone pages talk to the server: they are answered in JSON, never led to a page. */
    private static final RequestMatcher PHONE = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern("/field/snapshot"),
            PathPatternRequestMatcher.pathPattern("/field/sync/**"));

    private static final RequestMatcher DOOR = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern("/public/**"),
            PathPatternRequestMatcher.pathPattern("/robots.txt"),
            PathPatternRequestMatcher.pathPattern("/sitemap.xml"));

    private static final RequestMatcher PLAYED = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern("/public/contests/**"),
            PathPatternRequestMatcher.pathPattern("/public/quiz/**"));

    private static final RequestMatcher OPEN_TO_REVOKED =
            new OrRequestMatcher(PHONE, PathPatternRequestMatcher.pathPattern("/logout"));

    private final ApiProblems problems;

    /** A program asks for a token with name and password; nothing else takes HTTP Basic. */
    @Bean
    @Order(1)
    SecurityFilterChain tokens(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/api/v1/tokens")))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems::wrongPassword))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems::wrongPassword))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens) throws Exception {
        return stateless(http.securityMatcher("/api/**"))
                .addFilterBefore(new BearerTokenFilter(tokens), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/api/v1/openapi.json", "/api/v1/openapi.json/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(problems::notSignedIn).accessDeniedHandler(problems::denied))
                .build();
    }

    /** Files alike for everybody: no session, and none of the policies that only mean something on a page. */
    @Bean
    @Order(3)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        return http.securityMatcher("/css/**", "/js/**", "/fonts/**", "/img/**", "/*.svg")
                .headers(headers -> headers.defaultsDisabled().contentTypeOptions(Customizer.withDefaults()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /**
     * Pages for everybody know nobody: no session is made or read, so that they can be kept, and no cookie guards their
     * forms, as there is no login a forged form could borrow; what they send is guarded by the forms' own tokens. Contests
     * are played by members who are signed in as well.
     */
    @Bean
    @Order(4)
    SecurityFilterChain door(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(new AndRequestMatcher(DOOR, new NegatedRequestMatcher(PLAYED))))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain pages(
            HttpSecurity http,
            Logins logins,
            RememberedDevices remembered,
            Devices devices,
            LocaleResolver locales,
            @Value("${tungnha.metrics-token:}") String metricsToken)
            throws Exception {
        LoginFailure failure = new LoginFailure(problems, locales);
        return http.headers(SecurityConfiguration::headers)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()).csrfTokenRequestHandler(new PageCsrfTokens()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/",
                                "/login",
                                "/setup/**",
                                "/card/**",
                                "/styleguide/**",
                                "/public/contests/**",
                                "/public/quiz/**",
                                "/webjars/**",
                                "/favicon.ico",
                                "/sw.js",
                                "/field/manifest.webmanifest",
                                "/error",
                                "/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(adminOrBearer(metricsToken))
                        .anyRequest()
                        .authenticated())
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .formLogin(login -> login.loginPage("/login").failureHandler(failure))
                .rememberMe(remember -> remember.rememberMeServices(remembered).key(remembered.getKey()))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout").deleteCookies("JSESSIONID"))
                .addFilterBefore(new FreshAccountFilter(logins), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new RevokedDeviceFilter(devices, OPEN_TO_REVOKED), AnonymousAuthenticationFilter.class)
                // a new login is another session: what the last one was cut off from does not follow
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.newSession()))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(toLogin()).accessDeniedHandler(denied(failure)))
                .build();
    }

    /** A fragment reloads its page, scraper and phone are told 401, everybody else is led to the login page. */
    private AuthenticationEntryPoint toLogin() {
        return DelegatingAuthenticationEntryPoint.builder()
                .addEntryPointFor(problems::phoneNotSignedIn, PHONE)
                .addEntryPointFor(new HxRefreshHeaderAuthenticationEntryPoint(), HTMX)
                .addEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                        PathPatternRequestMatcher.pathPattern("/actuator/**"))
                .defaultEntryPoint(new LoginUrlAuthenticationEntryPoint("/login"))
                .build();
    }

    private AccessDeniedHandler denied(LoginFailure login) {
        return new RequestMatcherDelegatingAccessDeniedHandler(
                new LinkedHashMap<>(Map.of(
                        PHONE,
                        problems::phoneDenied,
                        PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/login"),
                        login::tooOld)),
                new AccessDeniedHandlerImpl());
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.headers(SecurityConfiguration::headers)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY));
    }

    /** In a cookie, so that a form opened before the session ended, or the server restarted, can still be sent. */
    private static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return tokens;
    }

    private static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/**"),
                new NegatedRequestMatcher(new OrRequestMatcher(HTMX, PHONE))));
        return cache;
    }

    private static AuthorizationManager<RequestAuthorizationContext> adminOrBearer(String metricsToken) {
        return (authentication, context) -> new AuthorizationDecision(BearerTokenFilter.token(context.getRequest())
                        .filter(token -> !metricsToken.isEmpty() && same(token, metricsToken))
                        .isPresent()
                || authentication.get().getAuthorities().stream()
                        .anyMatch(granted -> "ROLE_ADMIN".equals(granted.getAuthority())));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
