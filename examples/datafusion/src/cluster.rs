//! The same queries on Apache Ballista: a scheduler and executors, each a process of its own on
//! loopback, with the functions registered in every one.
//!
//! The scheduler plans the query, so that its session has the functions; the executors look them
//! up by name when a task comes in. No codec of one's own is needed: a function without state is
//! sent as its name.

use crate::{Pending, at, engine};
use ballista::extension::SessionConfigExt;
use ballista::prelude::SessionContextExt;
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::{default_config_producer, default_session_builder};
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::{SchedulerConfig, TaskDistributionPolicy};
use ballista_scheduler::scheduler_process::start_server;
use datafusion::common::{DataFusionError, Result, exec_err};
use datafusion::execution::{SessionState, SessionStateBuilder};
use datafusion::prelude::{SessionConfig, SessionContext};
use std::fs;
use std::future::Future;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::process::{Child, Command};

/// The scheduler is not to give up an executor that only is slow to say that it lives: what
/// Ballista 55.0 makes of a query after a loss can be wrong. Here a loss shows by the end of a
/// process.
const GIVEN_UP_AFTER: u64 = 3600;

/// What one executor is started with.
#[derive(Debug, Clone, clap::Args)]
pub struct ExecutorOptions {
    #[arg(long)]
    pub scheduler_port: u16,
    #[arg(long)]
    pub port: u16,
    #[arg(long)]
    pub grpc_port: u16,
    /// Tasks that run at a time.
    #[arg(long)]
    pub cores: usize,
    /// Where what one stage hands to the next is kept.
    #[arg(long)]
    pub work: PathBuf,
}

/// What the scheduler is started with.
#[derive(Debug, Clone, clap::Args)]
pub struct SchedulerOptions {
    #[arg(long)]
    pub port: u16,
    /// How many executors there have to be before it says that it is ready.
    #[arg(long)]
    pub executors: usize,
    /// What the executors keep their folders in.
    #[arg(long)]
    pub work: PathBuf,
}

fn session_state(config: SessionConfig) -> Result<SessionState> {
    let mut state = default_session_builder(config)?;
    engine::register_functions(&mut state)?;
    Ok(state)
}

/// Runs a scheduler until its standard input ends.
pub fn scheduler(options: SchedulerOptions) -> Pending<'static, ()> {
    Box::pin(async move {
        // After the executors, of which one that was killed has left its folder.
        end_with_standard_input(options.work, Duration::from_secs(1));
        let config = SchedulerConfig {
            external_host: Ipv4Addr::LOCALHOST.to_string(),
            bind_port: options.port,
            min_ready_executors: options.executors,
            // Each executor gets its share, rather than the first as much as it can take.
            task_distribution: TaskDistributionPolicy::RoundRobin,
            executor_timeout_seconds: GIVEN_UP_AFTER,
            no_executors_grace_period_seconds: GIVEN_UP_AFTER,
            override_session_builder: Some(Arc::new(session_state)),
            ..SchedulerConfig::default()
        };
        let cluster = BallistaCluster::new_from_config(&config)
            .await
            .map_err(outside)?;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
        start_server(cluster, address, Arc::new(config))
            .await
            .map_err(outside)
    })
}

/// Runs an executor until its standard input ends.
pub fn executor(options: ExecutorOptions) -> Pending<'static, ()> {
    Box::pin(async move {
        end_with_standard_input(options.work.clone(), Duration::ZERO);
        fs::create_dir_all(&options.work).map_err(|error| at(&options.work, error))?;
        let state = session_state(default_config_producer())?;
        let config = ExecutorProcessConfig {
            bind_host: Ipv4Addr::LOCALHOST.to_string(),
            external_host: Some(Ipv4Addr::LOCALHOST.to_string()),
            port: options.port,
            grpc_port: options.grpc_port,
            scheduler_host: Ipv4Addr::LOCALHOST.to_string(),
            scheduler_port: options.scheduler_port,
            scheduler_connect_timeout_seconds: 10,
            vcores: options.cores,
            work_dir: Some(options.work.to_string_lossy().into_owned()),
            override_function_registry: Some(Arc::new(BallistaFunctionRegistry::from(&state))),
            ..ExecutorProcessConfig::default()
        };
        start_executor_process(Arc::new(config))
            .await
            .map_err(outside)
    })
}

/// The standard input of a process of the cluster is held by the one that started it: when that
/// is gone, however it ended, so are they, and with them what they keep.
fn end_with_standard_input(work: PathBuf, after: Duration) {
    std::thread::spawn(move || {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        std::thread::sleep(after);
        let _ = fs::remove_dir_all(&work);
        std::process::exit(0);
    });
}

fn outside(error: ballista_core::error::BallistaError) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}

/// A scheduler and its executors; all end when it is dropped.
pub struct Cluster {
    port: u16,
    scheduler: Child,
    executors: Vec<Child>,
    work: PathBuf,
}

impl Cluster {
    /// Starts the processes, and waits until all executors are there. `program` is this program.
    pub async fn start(program: &Path, executors: usize, cores: usize) -> Result<Self> {
        let ports = free_ports(1 + 2 * executors)?;
        let work = std::env::temp_dir().join(format!("akshar-cluster-{}", ports[0]));
        let process = |arguments: &[String]| {
            Command::new(program)
                .args(arguments)
                .stdin(Stdio::piped())
                .kill_on_drop(true)
                .spawn()
        };
        let option = |name: &str, value: &dyn std::fmt::Display| format!("--{name}={value}");
        let mut cluster = Cluster {
            port: ports[0],
            scheduler: process(&[
                "scheduler".to_owned(),
                option("port", &ports[0]),
                option("executors", &executors),
                option("work", &work.display()),
            ])?,
            executors: Vec::new(),
            work: work.clone(),
        };
        for (index, ports) in ports[1..].chunks_exact(2).enumerate() {
            let work = work.join(format!("executor-{index}"));
            cluster.executors.push(process(&[
                "executor".to_owned(),
                option("scheduler-port", &cluster.port),
                option("port", &ports[0]),
                option("grpc-port", &ports[1]),
                option("cores", &cores),
                option("work", &work.display()),
            ])?);
        }
        cluster.wait_until_ready().await?;
        Ok(cluster)
    }

    async fn wait_until_ready(&mut self) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(60) {
            for process in self.executors.iter_mut().chain([&mut self.scheduler]) {
                if let Some(status) = process.try_wait()? {
                    return Err(DataFusionError::Execution(format!(
                        "a process of the cluster ended at its start: {status}"
                    )));
                }
            }
            if is_ready(self.port).unwrap_or(false) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Err(DataFusionError::Execution(
            "the executors did not join the scheduler within a minute".to_owned(),
        ))
    }

    /// A session whose queries run on the cluster.
    pub async fn session(&self, partitions: usize) -> Result<SessionContext> {
        let config = SessionConfig::new_with_ballista().with_target_partitions(partitions);
        let state = SessionStateBuilder::new()
            .with_default_features()
            .with_config(config)
            .build();
        let url = format!("df://{}:{}", Ipv4Addr::LOCALHOST, self.port);
        let mut session = SessionContext::remote_with_state(&url, state).await?;
        // After the state is made ready for Ballista, which sets the functions anew.
        engine::register_functions(&mut session)?;
        Ok(session)
    }

    /// Waits for a query, which ends with an error as soon as an executor is lost. With
    /// `kill_after` the last one is killed as by a loss of power so long after now.
    ///
    /// Ballista 55.0 would do the part of a lost executor anew. But it was seen to count wrong, and
    /// to wait for ever, when that had ended a stage before: no answer is better than such a one.
    pub async fn run<Answer>(
        &mut self,
        kill_after: Option<Duration>,
        query: impl Future<Output = Result<Answer>>,
    ) -> Result<Answer> {
        let start = Instant::now();
        let mut query = pin!(query);
        let mut ticks = tokio::time::interval(Duration::from_millis(10));
        let answer = loop {
            tokio::select! {
                answer = &mut query => break answer,
                _ = ticks.tick() => {}
            }
            if kill_after.is_some_and(|after| start.elapsed() >= after)
                && let Some(executor) = self.executors.last_mut()
            {
                executor.start_kill()?;
            }
            self.all_are_there()?;
        };
        self.all_are_there()?;
        if !is_ready(self.port).unwrap_or(false) {
            return exec_err!("the scheduler lost an executor while the query ran: run it again");
        }
        answer
    }

    fn all_are_there(&mut self) -> Result<()> {
        let count = self.executors.len();
        for (index, executor) in (1..).zip(&mut self.executors) {
            if let Some(status) = executor.try_wait()? {
                return exec_err!(
                    "executor {index} of {count} was lost while the query ran ({status}): run it again"
                );
            }
        }
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        for process in self.executors.iter_mut().chain([&mut self.scheduler]) {
            let _ = process.start_kill();
            // A killed process may still be writing for a moment.
            for _ in 0..100 {
                match process.try_wait() {
                    Ok(None) => std::thread::sleep(Duration::from_millis(10)),
                    _ => break,
                }
            }
        }
        let _ = fs::remove_dir_all(&self.work);
    }
}

/// Ports that nobody listens on now.
fn free_ports(count: usize) -> io::Result<Vec<u16>> {
    let listeners = (0..count)
        .map(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
        .collect::<io::Result<Vec<_>>>()?;
    listeners
        .iter()
        .map(|listener| Ok(listener.local_addr()?.port()))
        .collect()
}

/// Asks the scheduler whether all executors have joined it.
fn is_ready(port: u16) -> io::Result<bool> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    stream.write_all(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer.starts_with("HTTP/1.1 200"))
}
