package io.asyncio4j.examples;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Two members of Hazelcast in this JVM, on the loopback interface, for the examples. They meet nobody else. */
final class Cluster implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final HazelcastInstance first;
    private final HazelcastInstance second;

    Cluster() throws IOException {
        System.setProperty("hazelcast.logging.type", "none");
        List<Integer> ports = freePorts();
        first = Hazelcast.newHazelcastInstance(member(ports.getFirst(), ports));
        second = Hazelcast.newHazelcastInstance(member(ports.getLast(), ports));
    }

    /** An executor of the cluster: what it is given is sent to one of the members. */
    ExecutorService executor() {
        return first.getExecutorService("workers");
    }

    int size() {
        return first.getCluster().getMembers().size();
    }

    @Override
    public void close() {
        second.getLifecycleService().terminate();
        first.getLifecycleService().terminate();
    }

    private static List<Integer> freePorts() throws IOException {
        InetAddress loopback = InetAddress.ofLiteral(LOOPBACK);
        try (ServerSocket one = new ServerSocket(0, 1, loopback);
                ServerSocket other = new ServerSocket(0, 1, loopback)) {
            return List.of(one.getLocalPort(), other.getLocalPort());
        }
    }

    private static Config member(int port, List<Integer> ports) {
        Config config = new Config();
        config.setClusterName("asyncio4j-" + ports);
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.partition.count", "11");
        NetworkConfig network = config.getNetworkConfig();
        network.setPort(port).setPortAutoIncrement(false);
        network.getInterfaces().setEnabled(true).addInterface(LOOPBACK);
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true);
        ports.forEach(each -> join.getTcpIpConfig().addMember(LOOPBACK + ":" + each));
        return config;
    }
}
