# Builds, runs, tests and installs Swot. `make help` lists what can be asked for.

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=
# Passed on to the program by `make run`: make run ARGS="study aws-iam"
ARGS    ?=
# Passed on to `swift test`: make test TESTFLAGS="--filter PlainSession"
TESTFLAGS ?=
# How often `make torture` kills the program, and where its dice start: make torture N=500 SEED=7
N    ?= 100
SEED ?= 1
# How long `make fuzz` feeds each reader: make fuzz SECONDS=600
SECONDS ?= 60

# What `make bench` measures, all of it where empty: make bench BENCH="start keys"
BENCH   ?=

BUILD   := .build
SYSTEM  := $(shell uname -s)

# What a release build adds: no debugging symbols and, on Linux, everything static but the C
# library. The linker takes a library from the first folder that has it, so a folder with nothing
# but links to archives, searched first, makes `-lyaml` and the Swift runtime's `-lstdc++` static.
ARCHIVES := $(BUILD)/static-libraries
ifeq ($(SYSTEM),Linux)
RELEASE_FLAGS = -c release --static-swift-stdlib --disable-local-rpath -Xlinker -s \
  -Xswiftc -L$(ARCHIVES) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
  $(shell .ci/dependencies release-flags)
else
RELEASE_FLAGS = -c release
endif

BINARY := $(BUILD)/release/swot
BINDIR := $(DESTDIR)$(PREFIX)/bin
MANDIR := $(DESTDIR)$(PREFIX)/share/man/man1
BASH_COMPLETIONS := $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS  := $(DESTDIR)$(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS := $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d

.PHONY: help run test lint sanitize hostile fuzz torture bench bench-build release install uninstall clean

help:
	@echo 'make run [ARGS="study aws-iam"]   build Swot and start it on the built-in banks'
	@echo 'make test                         build and run all tests'
	@echo 'make lint                         check formatting and the imports of each layer'
	@echo 'make sanitize                     run the tests with the address and thread sanitizers'
	@echo 'make hostile                      drive the program through hostile terminals and files'
	@echo 'make fuzz [SECONDS=60]            feed the readers of files with hostile input'
	@echo 'make torture [N=100] [SEED=1]     kill the program N times, and N times in exams, and look for what was lost'
	@echo 'make bench [BENCH="start keys"]   measure the speed, beside other programs'
	@echo 'make release                      build the program that make install installs'
	@echo 'make install [PREFIX=/usr/local]  install the program, its manual and completions'
	@echo 'make uninstall [PREFIX=…]         remove what make install installed'
	@echo 'make clean                        remove everything that was built'

# A debug build: it takes a third of the time of a release build and starts as quickly.
run:
	@.ci/dependencies build
	@$(SWIFT) build --product swot
	@$(BUILD)/debug/swot $(ARGS)

test:
	@.ci/dependencies test
	SWIFT_BACKTRACE=enable=no $(SWIFT) test $(TESTFLAGS)

lint:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift
	.ci/check-imports

# Left out: what ends the program by a signal that a sanitizer takes for itself, and limits on memory
# and files, which it needs more of.
UNSANITIZED := fatal.one.included|fatal.signal.gives|trap.of.Swift|overflow.of.the.stack
UNSANITIZED := $(UNSANITIZED)|where.saving.fails|limit.on.the.size|terminal.and.a.full.disk|in.a.large.file

sanitize:
	@.ci/dependencies test
	SWIFT_BACKTRACE=enable=no $(SWIFT) test --sanitize=address --scratch-path $(BUILD)/address \
	  --skip '$(UNSANITIZED)' $(TESTFLAGS)
	SWIFT_BACKTRACE=enable=no $(SWIFT) test --sanitize=thread --scratch-path $(BUILD)/thread \
	  --skip '$(UNSANITIZED)' $(TESTFLAGS)

hostile:
	@.ci/dependencies test
	SWOT_HOSTILE=full SWIFT_BACKTRACE=enable=no $(SWIFT) test $(TESTFLAGS) \
	  --filter 'HostileTerminalTests|LeavingTests|LargeFileTests|ControlCharacterTests|DataSafetyTests'

fuzz:
	@.ci/dependencies build
	.ci/fuzz banks $(SECONDS)
	.ci/fuzz exchange $(SECONDS)
	.ci/fuzz journals $(SECONDS)

torture:
	@.ci/dependencies test
	@$(SWIFT) build --product swot
	@SWOT_TORTURE=1 $(SWIFT) build --product Torture
	SWIFT_BACKTRACE=enable=no $(BUILD)/debug/Torture $(N) $(SEED)

# Built like the release, into the same folder: only the measuring itself comes on top.
bench: bench-build
	@.ci/dependencies bench
	$(BUILD)/release/PerformanceTests $(BINARY) $(BENCH)

bench-build: release
	SWOT_BENCH=1 $(SWIFT) build --product PerformanceTests $(RELEASE_FLAGS) $(BUILDFLAGS)

release:
	@.ci/dependencies build
	@.ci/dependencies archives $(ARCHIVES)
	$(SWIFT) build --product swot $(RELEASE_FLAGS) $(BUILDFLAGS)

install: release
	install -d $(BINDIR) $(MANDIR) $(BASH_COMPLETIONS) $(ZSH_COMPLETIONS) $(FISH_COMPLETIONS)
	install -m 755 $(BINARY) $(BINDIR)/swot
	$(BINARY) manual > $(BUILD)/swot.1
	install -m 644 $(BUILD)/swot.1 $(MANDIR)/swot.1
	$(BINARY) --generate-completion-script bash > $(BUILD)/completion
	install -m 644 $(BUILD)/completion $(BASH_COMPLETIONS)/swot
	$(BINARY) --generate-completion-script zsh > $(BUILD)/completion
	install -m 644 $(BUILD)/completion $(ZSH_COMPLETIONS)/_swot
	$(BINARY) --generate-completion-script fish > $(BUILD)/completion
	install -m 644 $(BUILD)/completion $(FISH_COMPLETIONS)/swot.fish
	@echo 'Installed $(BINDIR)/swot'

uninstall:
	rm -f $(BINDIR)/swot $(MANDIR)/swot.1 $(BASH_COMPLETIONS)/swot $(ZSH_COMPLETIONS)/_swot \
	  $(FISH_COMPLETIONS)/swot.fish

clean:
	rm -rf $(BUILD)
