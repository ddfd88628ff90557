#include <nafkah/confine.h>

#include <linux/landlock.h>
#include <seccomp.h>

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define NEEDS_ALL_RIGHTS true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define NEEDS_ALL_RIGHTS true
#endif
#endif
#ifndef NEEDS_ALL_RIGHTS
#define NEEDS_ALL_RIGHTS false
#endif

/* What headers older than the kernel do not name. */
#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (UINT64_C(1) << 13)
#endif
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (UINT64_C(1) << 14)
#endif

#define READ_FILE  ((uint64_t)LANDLOCK_ACCESS_FS_READ_FILE)
#define READ_BELOW (READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define WRITE_FILE ((uint64_t)LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_TRUNCATE)
#define WRITE_BELOW                                                                                              \
	(WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | \
	 LANDLOCK_ACCESS_FS_REMOVE_DIR)
#define EXECUTE    ((uint64_t)LANDLOCK_ACCESS_FS_EXECUTE)

/* The rights that each version of Landlock began to know: all of them are taken away where nothing gives them back. */
static uint64_t known_rights(long version)
{
	uint64_t rights = (UINT64_C(1) << 13) - 1;

	if (version >= 2)
		rights |= LANDLOCK_ACCESS_FS_REFER;
	if (version >= 3)
		rights |= LANDLOCK_ACCESS_FS_TRUNCATE;
	return rights;
}

static long landlock_version(void)
{
	return syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, LANDLOCK_CREATE_RULESET_VERSION);
}

void confine_begin(struct confinement *c)
{
	long version = NEEDS_ALL_RIGHTS ? -1 : landlock_version();
	struct landlock_ruleset_attr rules = { .handled_access_fs = known_rights(version) };

	*c = (struct confinement){ .rules = -1 };
	if (version >= 1)
		c->rules = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, (uint32_t)0);
	c->failed = version >= 1 && c->rules < 0;
}

static void allow(struct confinement *c, const char *path, uint64_t rights)
{
	struct landlock_path_beneath_attr rule = { .allowed_access = rights & known_rights(landlock_version()) };

	if (c->rules < 0 || path == NULL)
		return;
	rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
	if (rule.parent_fd < 0)
		return;
	if (syscall(SYS_landlock_add_rule, c->rules, LANDLOCK_RULE_PATH_BENEATH, &rule, (uint32_t)0) != 0 && errno == EINVAL) {
		rule.allowed_access &= READ_FILE | WRITE_FILE; /* it is no folder */
		if (syscall(SYS_landlock_add_rule, c->rules, LANDLOCK_RULE_PATH_BENEATH, &rule, (uint32_t)0) != 0)
			c->failed = true;
	}
	(void)close(rule.parent_fd);
}

void confine_read(struct confinement *c, const char *path)
{
	allow(c, path, READ_BELOW);
}

void confine_write(struct confinement *c, const char *path)
{
	allow(c, path, READ_BELOW | WRITE_BELOW);
}

/* Programs, connections, other processes, and the machine itself. */
static bool close_calls(void)
{
	static const int closed[] = {
		SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind),
		SCMP_SYS(listen), SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(sendmsg), SCMP_SYS(sendmmsg), SCMP_SYS(ptrace),
		SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(bpf), SCMP_SYS(perf_event_open),
		SCMP_SYS(userfaultfd), SCMP_SYS(io_uring_setup), SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root),
		SCMP_SYS(chroot), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(init_module), SCMP_SYS(finit_module),
		SCMP_SYS(kexec_load), SCMP_SYS(reboot), SCMP_SYS(swapon), SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(setuid),
		SCMP_SYS(setgid), SCMP_SYS(setresuid), SCMP_SYS(setresgid),
	};
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	bool good = filter != NULL;

	for (size_t i = 0; good && i < sizeof closed / sizeof *closed; i++)
		good = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), closed[i], 0) == 0;
	good = good && seccomp_load(filter) == 0;
	seccomp_release(filter);
	return good;
}

enum confined confine_end(struct confinement *c)
{
	struct rlimit none = { 0, 0 };
	bool files, good = setrlimit(RLIMIT_CORE, &none) == 0;

	if (NEEDS_ALL_RIGHTS)
		return CONFINED_NOT;
	good = good && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
	files = good && !c->failed && c->rules >= 0 && syscall(SYS_landlock_restrict_self, c->rules, (uint32_t)0) == 0;
	if (c->rules >= 0)
		(void)close(c->rules);
	if (!good || c->failed || !close_calls())
		return CONFINED_NOT;
	return files ? CONFINED : CONFINED_CALLS;
}
