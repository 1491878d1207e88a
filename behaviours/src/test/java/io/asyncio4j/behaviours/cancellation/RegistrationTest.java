package io.asyncio4j.behaviours.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.asyncio4j.cancellation.CancellationRegistration;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextVar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One callback and its registration, on one thread. */
class RegistrationTest {
    private static final ContextVar<String> USER = ContextVar.of("user", "nobody");

    private final List<Object> seen = new ArrayList<>();
    private final CancellationTokenSource source = new CancellationTokenSource();
    private final CancellationToken token = source.token();

    @Test
    void isOpenUntilTheCallbackHasRun() {
        CancellationRegistration registration = token.register(() -> seen.add("called"));
        assertThat(registration.isOpen()).isTrue();
        source.cancel();
        assertThat(registration.isOpen()).isFalse();
        assertThat(seen).containsExactly("called");
    }

    @Test
    void knowsItsToken() {
        assertThat(token.register(() -> {}).token()).isSameAs(token);
    }

    @Test
    void closedItIsNotCalled() {
        CancellationRegistration registration = token.register(() -> seen.add("never"));
        registration.close();
        assertThat(registration.isOpen()).isFalse();
        source.cancel();
        assertThat(seen).isEmpty();
    }

    @Test
    void closingOneLeavesItsNeighboursAlone() {
        List<CancellationRegistration> all = new ArrayList<>();
        for (String name : List.of("first", "second", "third", "fourth", "fifth")) {
            all.add(token.register(() -> seen.add(name)));
        }
        all.get(4).close();
        all.get(2).close();
        all.get(0).close();
        source.cancel();
        assertThat(seen).containsExactly("fourth", "second");
    }

    @Test
    void sameCallbackRegisteredTwiceIsTwoRegistrations() {
        Runnable callback = () -> seen.add("called");
        CancellationRegistration first = token.register(callback);
        CancellationRegistration second = token.register(callback);
        first.close();
        assertThat(second.isOpen()).isTrue();
        source.cancel();
        assertThat(seen).containsExactly("called");
    }

    @Test
    void closingTwiceIsHarmless() {
        CancellationRegistration registration = token.register(() -> {});
        registration.close();
        assertThatCode(registration::close).doesNotThrowAnyException();
    }

    @Test
    void afterTheCancellationTheCallbackRunsAtOnce() {
        source.cancel();
        CancellationRegistration registration = token.register(() -> seen.add(Thread.currentThread()));
        assertThat(seen).containsExactly(Thread.currentThread());
        assertThat(registration.isOpen()).isFalse();
    }

    @Test
    void whatACallbackThrowsThatRunsAtOnceComesOutOfRegister() {
        source.cancel();
        IllegalStateException failure = new IllegalStateException("at once");
        assertThatIllegalStateException()
                .isThrownBy(() -> token.register(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void callbackRegisteredByACallbackRunsAtOnce() {
        assertThat(token.register(() -> seen.add("older")).isOpen()).isTrue();
        token.register(() -> {
            assertThat(token.register(() -> seen.add("inner")).isOpen()).isFalse();
            seen.add("outer");
        });
        source.cancel();
        assertThat(seen).containsExactly("inner", "outer", "older");
    }

    @Test
    void callbackMayCloseItsOwnRegistration() {
        List<CancellationRegistration> own = new ArrayList<>();
        own.add(token.register(() -> {
            own.getFirst().close();
            seen.add("closed it");
        }));
        source.cancel();
        assertThat(seen).containsExactly("closed it");
    }

    @Test
    void callbackMayCloseAnOlderOneInTime() {
        CancellationRegistration older = token.register(() -> seen.add("never"));
        assertThat(token.register(older::close).isOpen()).isTrue();
        source.cancel();
        assertThat(seen).isEmpty();
    }

    @Test
    void afterTheSourceIsClosedNothingIsRegistered() {
        source.close();
        CancellationRegistration registration = token.register(() -> seen.add("never"));
        assertThat(registration.isOpen()).isFalse();
        assertThat(seen).isEmpty();
    }

    @Test
    void closingTheSourceClosesItsRegistrations() {
        CancellationRegistration first = token.register(() -> {});
        CancellationRegistration second = token.register(() -> {});
        source.close();
        assertThat(List.of(first, second)).noneMatch(CancellationRegistration::isOpen);
    }

    @Test
    void callbackRunsInACopyOfTheContextOfItsRegistration() {
        new Context().run(() -> {
            USER.set("ada");
            assertThat(token.register(() -> {
                                seen.add(USER.get());
                                USER.set("grace");
                            })
                            .isOpen())
                    .isTrue();
            USER.set("joan");
            source.cancel();
            seen.add(USER.get());
        });
        assertThat(seen).containsExactly("ada", "joan");
    }

    @Test
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> token.register(null));
    }

    @Test
    void watchIsToldOfEachRegistration() {
        List<CancellationRegistration> watched = new ArrayList<>();
        new Context().run(() -> {
            CancellationRegistration.WATCH.set(watched::add);
            CancellationRegistration first = token.register(() -> {});
            CancellationRegistration second = token.register(() -> {});
            first.close();
            assertThat(watched).containsExactly(first, second);
        });
        assertThat(watched).extracting(CancellationRegistration::isOpen).containsExactly(false, true);
    }

    @Test
    void watchThatThrowsKeepsTheRegistrationFromBeingMade() {
        new Context().run(() -> {
            CancellationRegistration.WATCH.set(registration -> {
                throw new IllegalStateException("not here");
            });
            assertThatIllegalStateException().isThrownBy(() -> token.register(() -> seen.add("never")));
        });
        source.cancel();
        assertThat(seen).isEmpty();
    }

    @Test
    void textNamesTheCallback() {
        CancellationRegistration registration = token.register(() -> {});
        assertThat(registration)
                .hasToString("<CancellationRegistration [open] lambda in "
                        + getClass().getName() + ">");
        registration.close();
        assertThat(registration.toString()).startsWith("<CancellationRegistration [ended] ");
    }
}
