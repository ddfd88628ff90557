#include <nafkah/confine.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
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
static const uint32_t closed_calls[] = {
	SYS_execve, SYS_execveat, SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4,
	SYS_sendmsg, SYS_sendmmsg, SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_bpf, SYS_perf_event_open,
	SYS_userfaultfd, SYS_io_uring_setup, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_unshare, SYS_setns,
	SYS_init_module, SYS_finit_module, SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_keyctl, SYS_add_key, SYS_setuid,
	SYS_setgid, SYS_setresuid, SYS_setresgid,
};
enum { CLOSED = sizeof closed_calls / sizeof *closed_calls, FRAME = 6 };

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#define OTHER_NUMBERS    0x40000000U /* from here on the same calls have other numbers (x32) */
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#define OTHER_NUMBERS    UINT32_MAX
#endif

/* Written out and not by libseccomp: that crashes or hangs when an allocation fails in it. The filter refuses every call of
 * another architecture or numbering, then compares the number with each closed one. */
static bool close_calls(void)
{
#ifdef OWN_ARCHITECTURE
	const struct sock_filter refuse = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
	struct sock_filter filter[CLOSED + FRAME] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCHITECTURE, 0, CLOSED + 3),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, OTHER_NUMBERS, CLOSED + 1, 0),
	};
	struct sock_fprog program = { .len = CLOSED + FRAME, .filter = filter };

	for (unsigned i = 0; i < CLOSED; i++)
		filter[4 + i] =
			(struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, closed_calls[i], (unsigned char)(CLOSED - i), 0);
	filter[CLOSED + 4] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	filter[CLOSED + 5] = refuse;
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
#else
	return false;
#endif
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
